/** What may be wrong with tables of attributes. */
export const drawingsTables = {
  codes: {
    'table-heading-missing': {
      title: 'No heading row',
      text: 'No heading row was found in {file}, so it cannot be told what its columns are.',
      mend: 'Keep one row of column names (such as plot number, FAR), with one plot a row below it.',
    },
    'table-row-unmatched': {
      title: 'Number without a shape',
      text: 'The table’s number "{found}" is none of the plan’s {layer}; the row is not used.',
      mend: 'Check the number, or bring the shapes too.',
    },
    'table-number-repeated': {
      title: 'Number repeated',
      text: 'The number "{found}" at {pointer} means the same one of the {layer} ({feature}) as {firstPointer}; which row is meant cannot be told.',
      mend: 'Keep one of the rows.',
    },
    'table-number-alike': {
      title: 'Number written otherwise, joined',
      text: 'The table writes the number "{found}"; it differs from "{feature}" ({layer}) in full-width signs, case, spaces or hyphens only, and was joined to it.',
      mend: 'Check it; if it is another one, correct the number.',
    },
    'table-number-collides': {
      title: 'Number means several',
      text: 'But for full-width signs, case, spaces and hyphens, the number "{found}" at {pointer} is that of several {layer}: {ids}. Which is meant cannot be told; the row is not used.',
      mend: 'Write the number exactly as the shapes have it.',
    },
    'table-number-missing': {
      title: 'No column of numbers',
      text: 'The {count} {count?row|rows} of {file} {count?has|have} no column of numbers, so they cannot be joined to the {layer}.',
      mend: 'Add a column such as plot number, or say in the sources which column it is.',
    },
    'table-features-left': {
      title: 'Shapes the table does not name',
      text: '{file} was joined to {joined} of the {layer}; {count} {count?other|others} {count?has|have} no row (such as {ids}) and {count?stays as it is|stay as they are}.',
      mend: 'If all of them should be listed, add the missing rows.',
    },
    'table-rows-skipped': {
      title: 'Rows left out',
      text: '{count} {count?row|rows} of {file} {count?is|are} sums, remarks, titles of groups or repeated headings (rows {rows}, such as {found}): no features, and not read.',
      mend: 'If one of them is a feature, give it its number.',
    },
    'sheets-hidden': {
      title: 'Hidden sheets not read',
      text: 'The workbook {file} has {count} hidden {count?sheet|sheets} ({sheets}); they were not read.',
      mend: 'Unhide them and save again if they are needed.',
    },
    'sheets-without-table': {
      title: 'Sheets without a table',
      text: 'No heading was found in {count} {count?sheet|sheets} of {file} ({sheets}); they were not read.',
      mend: 'If one holds a table, keep one row of column names.',
    },
    'cells-uncalculated': {
      title: 'Formulas without results',
      text: '{count} {count?formula|formulas} of the sheet "{sheet}" {count?has|have} no saved result ({cells}); they were read as empty.',
      mend: 'Open the file in Excel or WPS and save it once, so that they are calculated.',
    },
    'cells-in-error': {
      title: 'Formulas in error',
      text: '{count} {count?cell|cells} of the sheet "{sheet}" {count?holds|hold} an error such as #REF! or #DIV/0! ({cells}); they were read as empty.',
      mend: 'Correct the formulas in the table.',
    },
    'rows-hidden': {
      title: 'Hidden rows',
      text: '{count} {count?row|rows} of the sheet "{sheet}" {count?is|are} hidden or filtered out; they were read as well.',
      mend: 'Delete them if they should not be read.',
    },
    'csv-quote-open': {
      title: 'A quote without its pair',
      text: 'In row {row} of {file} a double quote has no pair: all that follows would be one cell, so the table was not read.',
      mend: 'Add or remove the quote in that row (within a cell it is written twice), or save the table as CSV from Excel again.',
    },
    'columns-cut': {
      title: 'Too many columns',
      text: 'The sheet "{sheet}" is too wide: {count} {count?cell|cells} at its right {count?was|were} not read.',
      mend: 'Delete the columns that do not belong to the table.',
    },
    'workbook-broken': {
      title: 'Workbook damaged',
      text: '{file} is an Excel workbook that cannot be opened ({found}); most likely it was not copied whole.',
      mend: 'Copy it again, or open it in Excel or WPS and save it as .xlsx.',
    },
    'workbook-too-large': {
      title: 'Workbook too large',
      text: 'The workbook {file} ({sizeBytes}) unpacks to more than is allowed; it was not read.',
      mend: 'Keep the planning tables alone and save them as a new .xlsx.',
    },
    'workbook-compound': {
      title: 'Old spreadsheet form',
      text: '{file} is in the binary form of Excel 97–2003 or WPS (.xls, .et), which is not read.',
      mend: 'Save it as .xlsx in Excel or WPS.',
    },
    'workbook-encrypted': {
      title: 'Workbook with a password',
      text: 'The workbook {file} needs a password to open and cannot be read.',
      mend: 'Remove the password and save it again.',
    },
    'workbook-binary': {
      title: 'Binary workbook',
      text: '{file} is an Excel binary workbook (.xlsb), which is not read.',
      mend: 'Save it as .xlsx in Excel or WPS.',
    },
    'workbook-open-document': {
      title: 'OpenDocument file',
      text: '{file} is an OpenDocument file (.ods or the like), which is not read.',
      mend: 'Save it as .xlsx in LibreOffice or WPS.',
    },
    'workbook-web-page': {
      title: 'Web page under a spreadsheet’s name',
      text: '{file} is named as a spreadsheet but holds a web page, as the Excel export of many systems does; it is not read.',
      mend: 'Open it in Excel or WPS and save it as .xlsx.',
    },
    'workbook-xml-2003': {
      title: 'XML Spreadsheet 2003',
      text: '{file} is an XML Spreadsheet 2003, which is not read.',
      mend: 'Save it as .xlsx in Excel or WPS.',
    },
    'workbook-word': {
      title: 'Word document',
      text: '{file} is a Word document; tables in it cannot be read.',
      mend: 'Copy the table into Excel or WPS and save it as .xlsx.',
    },
    'workbook-slides': {
      title: 'Presentation',
      text: '{file} is a presentation, no planning data.',
      mend: 'Copy the table into Excel or WPS and save it as .xlsx.',
    },
    'wkt-unreadable': {
      title: 'Shape as text unreadable',
      text: 'The well-known text of feature {feature} at {pointer} is {found}: not whole, or of a kind that is not read (curves, collections).',
      mend: 'Turn it into points, lines or polygons in a GIS program and export again.',
    },
    'wkt-srids-differ': {
      title: 'Several systems',
      text: 'The rows of {file} state different SRIDs ({found}); they cannot be read in one system.',
      mend: 'Bring them into one system and export again.',
    },
    'table-position-unreadable': {
      title: 'Coordinate unreadable',
      text: 'The coordinate at {pointer} is written {found}, which is no number; without it the shape would be another.',
      mend: 'Write one number, in metres or degrees.',
    },
    'table-positions-unused': {
      title: 'Positions not drawn',
      text: 'Each row of {file} has one position ({columns}), but {layer} are areas; the columns are kept and the rows joined by number.',
      mend: 'If they are landmarks or stations, choose that layer in the sources.',
    },
    'boundary-points-read': {
      title: 'Areas of boundary points',
      text: '{file} is a table of boundary points: {pointCount} {pointCount?point|points} {pointCount?makes|make} {count} {count?plot|plots}.',
      mend: 'Look at their shapes on the map; the points must stand in order.',
    },
    'boundary-too-short': {
      title: 'Too few boundary points',
      text: 'A ring of {feature} has fewer than three boundary points ({count} {count?point|points} in all); it makes no area.',
      mend: 'Add the missing points.',
    },
    'boundary-line-broken': {
      title: 'Boundary point unreadable',
      text: 'The line {pointer} of {feature} is {found}, not point, ring, X, Y.',
      mend: 'Correct the line.',
    },
    'boundary-count-differs': {
      title: 'Count of boundary points',
      text: '{feature} states {expectedCount} boundary {expectedCount?point|points}; {count} were read.',
      mend: 'Check whether points are missing.',
    },
    'boundary-empty': {
      title: 'No plots',
      text: 'Under [地块坐标] of {file} there is no line of a plot, which ends in @.',
      mend: 'Check that the file was not cut short.',
    },
  },
  words: {
    /** Names of a written workbook's sheets; read again, each tells its layer. */
    sheetTitles: {
      zones: 'Key areas',
      phases: 'Phases',
      water: 'Water',
      green: 'Green',
      roads: 'Roads',
      metro: 'Metro',
      plots: 'Plots',
      buildings: 'Buildings',
      landmarks: 'Landmarks',
    },
    /** The column of a feature's own number. */
    numberTitles: {
      zones: 'Number',
      phases: 'Number',
      water: 'Number',
      green: 'Number',
      roads: 'Road number',
      metro: 'Number',
      plots: 'Plot number',
      buildings: 'Building number',
      landmarks: 'Number',
    },
    /** Titles in a table where the field's own would be taken for another. */
    columnTitles: { status: 'Plan status', landUseName: 'Land-use name' },
  },
} as const;
