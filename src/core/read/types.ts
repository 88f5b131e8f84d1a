import type { Diagnostic } from '../plan/findings.ts';
import type { LayerId, Plan } from '../plan/types.ts';

/** A file as it came: its name and its bytes. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
  /** What the person answered when the layer could not be told. */
  layer?: LayerId;
}
/** replace: the file's features become the whole layer. merge: features are added or replaced by id, the others stay. */
export type UpdateMode = 'replace' | 'merge';

/**
 * What reading an update gives. `candidate` is absent when anything is wrong that would make the plan unreadable (an `error`
 * diagnostic) or when a layer must be asked for first.
 */
export interface UpdateReading {
  candidate?: Plan;
  diagnostics: Diagnostic[];
  /** Names of the files whose layer could not be told. */
  undecided: string[];
  /** Layers the update touches. */
  layers: LayerId[];
  featureCount: number;
}
