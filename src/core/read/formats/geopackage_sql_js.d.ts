/** The few names of sql.js's plain JavaScript build the reader uses; the package ships no types. */
declare module 'sql.js/dist/sql-asm-memory-growth.js' {
  export type SqlValue = number | string | Uint8Array | null;
  export interface Statement {
    bind(values: SqlValue[]): boolean;
    step(): boolean;
    get(): SqlValue[];
    getColumnNames(): string[];
    free(): boolean;
  }
  export interface Database {
    prepare(sql: string): Statement;
    close(): void;
  }
  export default function initSqlJs(options?: { printErr?: (text: string) => void }): Promise<{
    Database: new (bytes: Uint8Array) => Database;
  }>;
}
