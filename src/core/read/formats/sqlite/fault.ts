/** Why a database could not be read (on): what was found, in technical words for the message. */
export class SqliteFault extends Error {}
