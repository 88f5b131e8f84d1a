import type { CommandLineMessages } from '../command_line.ts';

/** The command line. */
export const commandLine: CommandLineMessages = {
  help: `park-plan: checks, converts and compares plans of industrial parks

  park-plan check IN...               checks a plan, or files, and lists all it finds
  park-plan convert IN... --out OUT   reads files of any kind and writes them in the plan's own form
  park-plan compare OLD NEW           tells what became of every plot, and what it does to floor area and land

Options of a command: park-plan check --help, and so on.
`,
  helpOf: {
    check: `park-plan check IN... [options]

Checks a plan (a folder with a plan.json), or files, and prints one line a finding:
file#place: severity code: message. Several plan folders may be given.

{inputs}
  --format FORM    text (default), json, sarif (code hosts), junit (build servers),
                   geojson (the spots, in WGS84)
  --rules CODE,…   runs these rules alone; all of them stand in docs/rules.md
  --fail-on LEVEL  error (default), warning or info: exit status 1 from this severity on;
                   findings that were let stand with a reason do not count
{options}
{exit}
`,
    convert: `park-plan convert IN... --out OUT [options]

Reads files, brings coordinates, layers, fields and values to one form, and writes it. With any
error nothing is written (--skip-unreadable passes over numbers and shapes that cannot be read).

{inputs}
  --out OUT        ends in .geojson: one file in WGS84 degrees, every feature with its layer
                   ends in .csv: a table of attributes, one row a feature
                   ends in .xlsx: a sheet a layer, titles in the language of --language
                   anything else: a folder that becomes a whole plan (plan.json and its layers)
                   -: GeoJSON to the standard output, what is said of it to the standard error
  --force          overwrites what is there; without it nothing ever is
{options}
{exit}
`,
    compare: `park-plan compare OLD NEW [options]

Tells what became of each plot (added, removed, reshaped, re-rated, renumbered, split, merged), with
sums by phase and key area. NEW that is no plan's folder is laid over OLD: layers it does not hold
stay as they are.

{inputs}
{options}
{exit}
`,
  },
  inputs: `  IN, OLD, NEW     a folder with a plan.json; or files of any kind, a folder or a zip of them;
                   - reads the standard input. What is read: docs/loading-data.md`,
  options: `  --plan FOLDER    lays the files over this plan: each replaces its layer, attributes are joined by
                   number, and coordinates are recognised by it
  --merge          the files hold part of a layer: added or changed by number, the rest stays
  --replace        the files hold whole layers: what they do not hold is removed
  --keep-fields    features keep present values of fields the files do not have (as with --merge)
  --drop-fields    they do not: only what the files say (as with --replace)
  --skip-unreadable
                   passes over numbers (words such as 待定 too) and shapes that cannot be read: what the present plan has stays,
                   else the value is empty or the feature left out; each is listed, the exit status is 1
  --crs SYSTEM     coordinate system of files that do not state it: EPSG:4527, 4527, GCJ-02 ...;
                   GCJ-02@EPSG:4548 for GCJ-02 degrees that were projected; BD09MC, Baidu's Mercator
  --swap-axes      their axes come in the other order
  --control-points FILE
                   places a local grid: lines of x, y, longitude, latitude, or x, y, easting, northing
                   of the plane --crs names; two or more
  --place-by-plan  moves files, or the parts of them, that lie shifted or turned beside the plan onto
                   its matching features
  --encoding NAME  encoding of their text: UTF-8, GBK, GB18030, Big5 ...
  --mend-text      restores garbled text where nothing was lost
  --join-layers    joins plot borders of a drawing that are split between its layers
  --layer LAYER    layer of files that do not tell theirs: plots, zones, phases ...
  --layer S=LAYER  layer of one source S: a CAD layer, a folder of a KML, a table; several times
  --leave-out S    does not use the source S; may be given several times
  --map F=ALIAS    field F of the plan is called ALIAS in the files; may be given several times
  --json           output as JSON, for programs (the same as --format json)
  --language LANG  zh-CN or en; by the environment's LANG where it is not given
  --help           this text`,
  exit: `Exit status: 0 fine; 1 errors found; 2 wrong usage, or something cannot be read or written. Where
the coordinate system or the layer could be several, nothing is guessed: the status is 2, and the
choices are listed with the option to add.`,
  problems: {
    'command-missing': 'A command is missing: check, convert or compare.',
    'command-unknown': 'There is no command {found}. {suggestion}',
    'option-unknown': 'There is no option {option}. {suggestion}',
    'option-without-value': '{option} needs a value.',
    'option-with-value': '{option} takes no value.',
    'format-unknown': '--format is one of {allowed}, not {found}.',
    'rule-unknown': 'There is no rule {found}: all of them stand in docs/rules.md. {suggestion}',
    'fail-on-unknown': '--fail-on is one of {allowed}, not {found}.',
    'language-unknown': '--language is zh-CN or en, not {found}.',
    'encoding-unknown':
      'There is no encoding {found}; known are UTF-8, GB18030 (GBK, GB2312), Big5, UTF-16LE and others.',
    'layer-unknown': 'There is no layer {found}: the layers are {allowed}.',
    'crs-unknown':
      '{found} is no coordinate system known here: give an EPSG number (such as EPSG:4527), GCJ-02, BD-09, or GCJ-02@EPSG:4548 (projected from it).',
    'map-form': '--map is field=alias, not {found}.',
    'map-field-unknown': 'A plan has no field {found} (--map {mapping}). {suggestion}',
    'map-unused': 'No file has a field {alias} (--map {mapping}); the fields are {fields}.',
    'input-missing': 'A folder or file to read is missing.',
    'output-missing': '--out is missing.',
    'standard-input-twice': 'The standard input can be read once only.',
    'compare-needs-two': 'compare needs OLD and NEW, one path each.',
    'path-unreadable': '{path} does not exist or cannot be read.',
    'folder-empty': '{path} holds no files.',
    'plan-missing': '{path} has no plan.json.',
    'folder-among-files': '{path} is a plan’s folder: give one folder, or files.',
    'output-exists': '{paths} exists and was not overwritten: add --force to overwrite.',
    'output-is-folder': '{path} is a folder and cannot become a file.',
    'output-is-file': '{path} is a file and cannot become a plan’s folder.',
    'output-format':
      '{ending} cannot be written: end in .geojson, .csv or .xlsx, or give a folder (with / at the end always one).',
    'output-failed': '{path} cannot be written: {detail}',
    crashed:
      'The program itself failed, and there is no result. Send this text, and the files if you may, to those who maintain it:\n{detail}',
    'layer-undecided': 'Which layer {source} is cannot be told: add --layer ({allowed}). For example:',
    'mode-undecided':
      'The files hold {count} of the plan’s {present} {layer}: add --merge to change only those, or --replace to make them the whole layer (the rest is removed). For example:',
    'layers-undecided':
      'Which layers {sources} are cannot be told: add --layer SOURCE=LAYER ({allowed}); a drawing’s others are then left out. For example:',
    'source-unknown': 'There is no source {found}: there are {names}. {suggestion}',
    'points-unreadable': '{path}, line {lines}: expected x, y, longitude, latitude (or easting, northing).',
    'points-too-few': '{path} needs two control points at least.',
    'points-same-place': 'the control points of {path} are all one place.',
    'points-mixed': 'some targets in {path} look like degrees, some like metres.',
    'points-without-plane':
      '{path} gives eastings and northings: say with --crs in which plane they are (EPSG:4548, for example).',
    'coordinates-local':
      '{source} is in no known system, but {count} of its features are the plan’s too (rotation {rotation}°, scale {partsPerMillion} ppm, {rms} m RMS left): add --place-by-plan to place it so, or give --control-points. For example:',
    'coordinates-service':
      '{source} does not state its coordinate system; {count} of its features are the plan’s too and lie {shift} of them, as {service} does: most likely they are {service} degrees that were projected. If so, use the command below; otherwise choose one of the readings:',
    'coordinates-undecided':
      '{source} does not state its coordinate system, and {count} are possible; none is assumed:',
  },
  didYouMean: 'Is {name} meant?',
  candidate: {
    distance: '{distance} off the plan',
    inside: 'within the plan',
    matched: '{count} {count?feature|features} of the same number: {shift}',
    more: '... and {count} more',
    typeIt: 'Add the one that is meant, for example:',
    givePlan:
      'With --plan and the present plan’s folder they are held against it, which settles it or tells how far off each lies.',
  },
  severity: { error: 'error', warning: 'warning', info: 'info' },
  accepted: '{message} (let stand: {reason})',
  finding: '{place}: {severity} {code}: {message}',
  source: {
    layer: 'layer {layer}',
    coordinates: 'coordinates {crs} ({how})',
    swapped: 'coordinates {crs}, axes swapped ({how})',
    how: { declared: 'declared', recognised: 'recognised', chosen: 'as you said', none: 'not declared' },
    shifted: 'looks like {crs}: {shift} of the plan (correct it with --crs {crs})',
    shiftNatures: {
      datumDifference:
        '{count} matching {count?feature|features} {count?lies|lie} {shift} of the plan, most likely the difference of the datums; add --place-by-plan to take the measured shift back',
      likeOlderDatum:
        '{count} matching {count?feature|features} {count?lies|lie} {shift} of the plan, like Xian 1980 or Beijing 1954; add --place-by-plan to take the measured shift back',
      beside:
        '{count} matching {count?feature|features} {count?lies|lie} {shift} of the plan; add --place-by-plan to take the measured shift back',
    },
    text: 'text {encoding}',
    garbled: '{count} garbled {count?text|texts} can be restored without loss; add --mend-text if they are to be',
    unreadable: {
      refuse: '{count} {count?place|places} cannot be read; add --skip-unreadable to go on without ({outcome})',
      words:
        '{count} {count?cell|cells} with words in the place of a number the present plan has, read as empty; add --skip-unreadable to keep the present values',
      skip: '{count} {count?place|places} that cannot be read passed over ({outcome})',
    },
    fields: 'fields {fields}',
    omitted: {
      chosen: 'not used, as you said',
      untold: 'not used: nothing tells which layer of a plan it is',
      hidden: 'not used: hidden in the drawing',
    },
    kept: '{name} kept',
    guessed: '{from} → {to} (guessed)',
    line: '{name}: {notes}',
    separator: ', ',
  },
  comparison: {
    line: '{plots}: {what}',
    separator: '; ',
    field: '{title} {before} → {after}',
    inForce: '{title} in force',
    moreFields: '{count} more {count?field|fields}',
  },
  summary:
    '{errors} {errors?error|errors}, {warnings} {warnings?warning|warnings}, {infos} {infos?info|infos}, {features} {features?feature|features}',
  written: 'Written: {paths}',
  nothingWritten: 'There are errors: nothing was written.',
};
