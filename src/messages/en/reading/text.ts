/** Garbled text. */
export const text = {
  codes: {
    'text-misread': {
      title: 'Garbled text (read in the wrong encoding)',
      text: '{count} {count?value|values} of the field “{field}” of {file} {count?is|are} garbled, such as {found}; by their encoding they said {meant}. Garbled text is not drawn and replaces nothing.',
      mend: 'Choose another encoding under “Sources”; where the file itself is garbled, choose “Restore what can be told” there, or have it exported as UTF-8.',
    },
    'text-lost': {
      title: 'Text was lost',
      text: '{count} {count?value|values} of the field “{field}” of {file} {count?holds|hold} replacement signs instead of text, such as {found}: it was lost in an earlier conversion and cannot be restored. It is not drawn.',
      mend: 'Ask the maker for the original data, exported as UTF-8 (or GB18030).',
    },
    'text-private': {
      title: 'Private-use characters',
      text: '{count} {count?value|values} of the field “{field}” of {file} {count?holds|hold} private-use characters, such as {found}, which show only where a certain font is installed. They are not drawn.',
      mend: 'Use standard characters (most rare ones are in Unicode) and export again.',
    },
    'text-mended': {
      title: 'Garbled text restored',
      text: 'As you chose, {count} garbled {count?text|texts} of {file} {count?was|were} restored, such as {found} → {meant}.',
      mend: 'Check the restored text.',
    },
    'field-name-garbled': {
      title: 'Garbled field name',
      text: 'The field name {found} of {file} is garbled; by its encoding it said “{meant}”. It was matched with nothing.',
      mend: 'Choose another encoding under “Sources”, or “Restore what can be told”, or match the field by hand.',
    },
    'field-name-lost': {
      title: 'Field name was lost',
      text: 'The field name {found} of {file} holds replacement signs; what it was cannot be told.',
      mend: 'Match the field by hand under “Sources”, or have the file exported again.',
    },
    'name-garbled': {
      title: 'Garbled name of file or layer',
      text: 'The name of the source “{found}” is garbled; reading does not depend on it.',
      mend: 'Rename it if you need to recognise it.',
    },
    'id-garbled': {
      title: 'Garbled number',
      text: 'The number “{feature}” is garbled: it cannot be matched with the plan, nor be used as a number.',
      mend: 'Choose another encoding or “Restore what can be told” under “Sources”; what cannot be restored must come from the maker.',
    },
  },
  words: {
    title: 'Garbled text',
    found: '{count} garbled {count?text|texts}, of which {mendable} can be restored',
    sample: '{found} → {meant}',
    choose: 'What to do with the garbled text of “{name}”',
    omit: 'Leave it out',
    mend: 'Restore what can be told',
    keep: 'Keep it as it is',
  },
} as const;
