import type { Diagnostic } from '../plan/findings.ts';
import type { LayerId, Plan } from '../plan/types.ts';
import type { ByteSource } from './byte_source.ts';
import type { PlaneTransform } from './coordinates/plane_transform.ts';
import type { SourceReport } from './source.ts';

/** A file as it came: its name, with the folders it lay in where a folder was given, and its bytes. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}
/** A file that may be larger than the memory should hold: what is needed of it is fetched while it is read. */
export interface LargeFile {
  name: string;
  source: ByteSource;
}
export type GivenFile = InputFile | LargeFile;
/** replace: the file's features become the whole layer. merge: features are added or changed by id, the others stay. */
export type UpdateMode = 'replace' | 'merge';

/** What a person has said of one source. Whatever is absent is told from the source itself. */
export interface SourceChoices {
  layer?: LayerId;
  /** The source is left out; false: it is used although it would not be. */
  omitted?: boolean;
  /** Id of a coordinate system of `coordinates/systems.ts`, for example `EPSG:4527`, `GCJ-02`. */
  crs?: string | undefined;
  /** The axes come in the other order than the system has them here (easting or longitude first). */
  swapped?: boolean;
  /**
   * A turn and shift in a plane: of what `crs` makes of the source, or without `crs` of a local grid's own numbers. null: a shift
   * beside the plan is meant, and none is proposed.
   */
  transform?: PlaneTransform | null | undefined;
  /** Of a drawing's layers: borders that are split between them are joined to areas. Said of one, it holds for the drawing. */
  joinAcross?: boolean;
  /** Parts of it that lie beside the plan while the rest does not are brought to their place. */
  correctParts?: boolean;
  /** Field of the source → field of the dictionary; null: kept under its own name and not used. */
  fields?: Readonly<Record<string, string | null>>;
  /** Label of the text's encoding as `TextDecoder` knows it, for example `gb18030`. */
  encoding?: string;
  /** What becomes of garbled text; absent: `omit`. */
  garbled?: GarbledHandling;
  /** What becomes of present values of fields it has no field for; absent: `keep` in a merge, `drop` where layers are replaced. */
  missingFields?: MissingFields;
  /** What becomes of values and shapes of it that cannot be read; absent: `refuse`. */
  unreadable?: UnreadableHandling;
}
/**
 * omit: garbled text is kept out of the fields the plan shows. mend: what can be turned back without loss is, the rest left out.
 * keep: it stays as the file has it.
 */
export type GarbledHandling = 'omit' | 'mend' | 'keep';
/** keep: features known by their number keep such values. drop: the file's features are all that is known of them. */
export type MissingFields = 'keep' | 'drop';
/** refuse: one of them keeps the file out. skip: the rest is taken; what the present plan has stands in their place, or nothing. */
export type UnreadableHandling = 'refuse' | 'skip';
/** By the name of the source (`SourceReport.name`). Names are a person's words: look them up with `Object.hasOwn`. */
export type ChoicesBySource = Readonly<Record<string, SourceChoices>>;

export interface ReadOptions {
  choices?: ChoicesBySource | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * What reading an update gives. `candidate` is absent when anything is wrong that would make the plan unreadable (an `error`
 * diagnostic) or when something must be asked for first.
 */
export interface UpdateReading {
  candidate?: Plan;
  diagnostics: Diagnostic[];
  /** Names of the sources whose layer could not be told. */
  undecided: string[];
  /** Names of the sources whose coordinate system must be asked for; `sources` has the candidates. */
  unplaced: string[];
  /** Layers the update touches. */
  layers: LayerId[];
  featureCount: number;
  /** What was read and how it was understood, one entry per table of features. */
  sources: SourceReport[];
}
