export const fields = {
  codes: {
    'field-twice': {
      title: 'Two fields mean the same',
      text: 'In file {file} both “{found}” and “{other}” stand for {field}; the first is used, the other kept as it is.',
      mend: 'Change the match under Sources if the other is meant.',
    },
    'percent-as-share': {
      title: 'Percent written as a share',
      text: 'No value of {field} in file {file} is above 1: they were read as shares (0.35 is 35 %).',
      mend: 'If they are percent, write the % sign in the file.',
    },
    'unit-converted': {
      title: 'Unit converted',
      text: '{field} in file {file} is in another unit (such as {found}) and was converted to the dictionary’s (square metres, metres).',
      mend: '',
    },
    'fields-not-in-file': {
      title: 'Present fields not in the file',
      text: '{file} lacks fields that the present layer {layer} holds: {fields}. Once it is accepted, {count} {count?feature|features} no longer {count?has|have} them.',
      mend: 'If that is not meant, choose “Keep present values” under “Fields the file does not have” (on the command line --keep-fields), or add them to the file.',
    },
    'fields-kept': {
      title: 'Present values kept where the file has no field',
      text: '{file} lacks fields that the present layer {layer} holds: {fields}. {count} {count?feature|features} with the same numbers {count?keeps|keep} their present values of them.',
      mend: 'If they are to go, choose “Only what the file says” under “Fields the file does not have” (on the command line --drop-fields).',
    },
    'values-cleared': {
      title: 'Empty cells take values away',
      text: '{file} has a column for {field}, but it is empty for {count} {count?feature|features} that {count?has|have} a value now (such as {example}). Once it is accepted, they no longer have one.',
      mend: 'If that is not meant, fill the cells in, or remove the whole column and choose “Keep present values”.',
    },
    'number-alike': {
      title: 'Number written otherwise',
      text: '{file} writes the plot number “{found}”, which differs from the present plan’s “{feature}” in full-width signs, case, spaces or hyphens only: it was taken for the same plot and keeps the number as the plan writes it.',
      mend: 'Check it; if it is another plot, give it a number that is clearly another.',
    },
    'limits-zero': {
      title: 'Limit written as 0',
      text: '{file} says 0 for {field} of {count} {count?feature|features} (such as {example}) for which the present plan has a value. 0 is taken at its word: an upper limit of 0 forbids building, a lower one asks for nothing; but many programs write 0 for what was not filled in.',
      mend: 'If it was not filled in, empty these cells in the file (or leave the column out and keep the present values) and do not write 0.',
    },
    'limit-zero': {
      title: 'Limit written as 0',
      text: '{field} of feature {feature} is written 0; in the present plan it is {present}. 0 is taken at its word: an upper limit of 0 forbids building, a lower one asks for nothing.',
      mend: 'If it was not filled in, empty the cell and do not write 0.',
    },
    'value-cleared': {
      title: 'Empty cells take values away',
      text: '{field} of feature {feature} is {found} now and empty in {file}: once it is accepted, the value is gone.',
      mend: 'If that is not meant, fill the cell in.',
    },
    'value-outdated-here': {
      title: 'An old translation or class is not kept',
      text: '{field} of feature {feature} is {found} now, which says what the file has changed, and the file has no new one: it is not kept.',
      mend: 'Add the field to the file if it is wanted.',
    },
    'percent-doubtful': {
      title: 'Percent written in two ways',
      text: '“{field}” of feature {feature} is written {found} where the column has percentages: it may be a share (0.35 is 35 %) and was not converted.',
      mend: 'Write it as the others of the column are.',
    },
    'value-outdated': {
      title: 'An old translation or class is not kept',
      text: '{field} of {count} {count?feature|features} (such as {example}) says what the file has changed, and the file has no new one: it is not kept.',
      mend: 'Add the field to the file if it is wanted.',
    },
    'number-as-text': {
      title: 'Number written as text',
      text: '“{source}” in {file} holds {count} {count?value|values} as text (such as {found}): they were read as numbers of {field}.',
      mend: '',
    },
    'number-unreadable': {
      title: 'Number cannot be read',
      text: '{field} of {feature} (field “{source}”) is written {found}, which cannot be read as {expected}; nothing can be held against it.',
      mend: 'Write one number (a unit may follow), or undo the field’s match under Sources.',
    },
    'value-cut-kept': {
      title: 'Cut values kept',
      text: '{field} of {count} {count?feature|features} of {file} (field “{source}”, such as {feature}) was cut off after {mostBytes}, all that text in a shapefile can hold; what is left agrees with the present plan, so the present values stay.',
      mend: 'To change them use GeoPackage, GeoJSON or a table.',
    },
    'list-unreadable': {
      title: 'List cannot be read',
      text: '{field} of {feature} (field “{source}”) is written {found}, which is no whole list; text in a shapefile ends at 254 bytes, and what is longer was cut off.',
      mend: 'Save as GeoPackage or GeoJSON (a short list may be separated by commas); or undo the field’s match under Sources.',
    },
    'ids-from-rows': {
      title: 'Features without a number',
      text: '{count} {count?feature|features} of file {file} {count?has|have} no number and {count?goes|go} by file name and row for now: once the rows change order, none is known to be the same.',
      mend: 'Add a column of numbers to the file; where there is one already, say under Sources that it is the number.',
    },
    'field-name-cut': {
      title: 'Field name cut short, meaning unclear',
      text: 'Field “{found}” of file {file} was cut to ten characters and may be {fields}. Which one was not assumed: it is kept under its own name, and no control comes of it.',
      mend: 'Say what it stands for under Sources (--map on the command line), or save as GeoPackage or GeoJSON, which keep whole names.',
    },
    'number-in-feet': {
      title: 'Unit is feet',
      text: '{field} of {feature} is written {found}: feet, which are never taken for metres.',
      mend: 'Convert to metres before exporting (1 ft = 0.3048 m).',
    },
    'code-lost-zero': {
      title: 'Code lost its zero',
      text: 'The land-use code of {feature} is the number {found}; its leading zero was put back.',
      mend: 'Format the column as text.',
    },
    'percent-open': {
      title: '1 % or 100 %',
      text: '{count?The|All} {count} {count?value|values} of “{source}” in {file} {count?is|are} 1: that may be 1 %, or the whole (100 %). {field} was read as 1 %.',
      mend: 'Write the % sign in the file.',
    },
    'number-in-words': {
      title: 'Words where a number would be',
      text: '{field} of {feature} (field “{source}”) says {found} and no number: it was read as empty, and nothing is held against it.',
      mend: 'Write the number that was settled into the column; remarks may go into the note.',
    },
    'number-qualified': {
      title: 'Numbers with a remark',
      text: '{field} of {feature} (field “{source}”) is written {found}: the number alone was read, the remark or mark beside it was not.',
      mend: 'Please check; conditions may go into the note.',
    },
    'percent-mixed': {
      title: 'Percent written in two ways',
      text: 'Field “{field}” of file {file} holds percentages and {count} {count?value|values} below 1 that look like shares (0.35 is 35 %): none was converted.',
      mend: 'Write all of them one way in the file.',
    },
    'code-case': {
      title: 'Case of a code',
      text: 'The land-use code of {feature} is written {found}; it was put in capitals.',
      mend: '',
    },
    'land-use-code-in-name': {
      title: 'A column of names holds codes',
      text: '“{source}” of plot {feature} holds the land-use code {found}: it was read as the code.',
      mend: 'Please check; if they are not meant, undo the field’s match under Sources.',
    },
    'land-use-name-in-code': {
      title: 'A column of codes holds names',
      text: '“{source}” of plot {feature} holds the name of a land use, {found}: it was read as the name.',
      mend: 'Please check; codes in the file would be better.',
    },
    'land-use-code-of-name': {
      title: 'Land-use codes from names',
      text: 'Plot {feature} has no land-use code: {other} was taken from its name {found} in “{source}”, in the scheme of the file’s other rows or of the present plan.',
      mend: 'Please check; codes in the file would be better.',
    },
    'land-use-scheme-open': {
      title: 'Names of an unknown land-use scheme',
      text: '“{source}” of plot {feature} has the name {found} alone, which both schemes know ({other}): its code is left empty.',
      mend: 'Write land-use codes into the file, or add a column that names the scheme.',
    },
    'land-use-name-unknown': {
      title: 'Land use is no class of a scheme',
      text: 'Plot {feature} has the name {found} (“{source}”), which is no class of either scheme, and no code: use, colour and totals lack it.',
      mend: 'Write land-use codes into the file, or the scheme’s own names.',
    },
    'land-use-contradicts': {
      title: 'Land-use code and name contradict',
      text: 'The land use of plot {feature} contradicts itself: {found} and {other}. The code was used.',
      mend: 'Check and correct one of the two.',
    },
    'land-use-several': {
      title: 'Several land uses in one plot',
      text: '“{source}” of plot {feature} states several land uses ({found}): the text is kept; colour and totals follow the first.',
      mend: 'Check which use leads; compatible uses may go into the note.',
    },
    'land-use-mixed': {
      title: 'Two land-use classifications',
      text: 'Land-use codes in file {file} are of two classifications (such as {found} and {other}); which one is meant was not assumed.',
      mend: 'State the classification of each plot in the file.',
    },
    'area-unit-recognised': {
      title: 'Unit of area told by the shapes',
      text: '"{source}" of {file} states no unit; the values of {count} {count?plot|plots} are all the same ratio of their measured areas (about {ratio}) and were read in {areaUnit}.',
      mend: 'Check it; write the unit into the heading, such as area (mu).',
    },
    'area-unit-doubtful': {
      title: 'Unit of area in doubt',
      text: '"{source}" of {file} is far off the measured areas ({count} {count?plot|plots}, median ratio about {ratio}) so its unit is in doubt (no common factor, or another unit in the heading); the values were not changed by the shapes.',
      mend: 'State the unit in the heading and check the rows.',
    },
    'month-from-serial': {
      title: 'Month from a day count',
      text: 'The {field} of {feature} is a spreadsheet’s count of days, {found}; it was read as a month.',
      mend: 'Make the column a date or text.',
    },
    'number-scientific': {
      title: 'Number in scientific notation',
      text: 'The number at {pointer} is written {found}: a spreadsheet took it for a figure and may have lost digits.',
      mend: 'Make the column text and enter the number again.',
    },
    'code-scientific': {
      title: 'Code in scientific notation',
      text: 'The land-use code of {feature} is written {found}; it was turned back into a code.',
      mend: 'Make the column text in the spreadsheet.',
    },
    'reference-matched': {
      title: 'Matched to an id of the plan',
      text: '{count} {count?feature|features} (such as {feature}) {count?has|have} "{found}" as their {field}; it was taken for {id}.',
      mend: 'Check it; if it is not meant, write the id in the file.',
    },
    'reference-ambiguous': {
      title: 'May mean several',
      text: '{count} {count?feature|features} (such as {feature}) {count?has|have} "{found}" as their {field}, which may mean {ids}; it is left as it is.',
      mend: 'Write the id in the file.',
    },
    'phase-unknown': {
      title: 'No such phase',
      text: '{count} {count?feature|features} (such as {feature}) {count?has|have} "{found}" as their {field}, which is no phase of the plan. There are: {ids}.',
      mend: 'Write one of these, or bring the layer of phases too.',
    },
  },
  words: {},
} as const;
