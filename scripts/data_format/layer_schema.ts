import { type FieldSpec, HEIGHT_BAND_FIELDS, LAYERS, PLOT_NUMBER_FIELDS } from '../../src/core/plan/fields.ts';
import type { LayerId } from '../../src/core/plan/types.ts';
import { diagnostics } from '../../src/messages/en/diagnostics.ts';
import { fieldNotes } from '../../src/messages/en/field_notes.ts';

type JsonSchema = Record<string, unknown>;

const SIGNS: Record<NonNullable<FieldSpec['unit']>, string> = {
  metres: 'metres',
  squareMetres: 'square metres',
  percent: 'percent, 0–100',
  ratio: 'ratio',
  people: 'people',
  companies: 'companies',
  floors: 'floors',
  spaces: 'spaces',
};

/** The JSON Schema of a layer's file, from the field dictionary. */
export function layerSchema(layer: LayerId): JsonSchema {
  const { geometryTypes, fields } = LAYERS[layer];
  const idNote =
    layer === 'plots' ? 'The plot’s number (地块编号).' : 'Unique in the layer, stable from version to version.';
  const numbers =
    layer === 'plots' ? Object.fromEntries(PLOT_NUMBER_FIELDS.map((name) => [name, idSchema(idNote)])) : {};
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${layer}.schema.json`,
    title: `Layer ${diagnostics.words.layer[layer]} of a park plan`,
    description:
      'A GeoJSON FeatureCollection in longitude and latitude (WGS84 or CGCS2000). Fields that are not named here are kept.',
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { const: 'FeatureCollection' },
      features: { type: 'array', items: { $ref: '#/$defs/feature' } },
    },
    $defs: {
      feature: {
        type: 'object',
        required: ['type', 'geometry', 'properties'],
        properties: {
          type: { const: 'Feature' },
          id: idSchema(idNote),
          geometry: {
            type: 'object',
            required: ['type', 'coordinates'],
            properties: { type: { enum: [...geometryTypes] }, coordinates: { type: 'array' } },
          },
          properties: { ...membersSchema(fields, numbers), description: 'Null counts as not stated.' },
        },
      },
      ...(layer === 'zones' && { heightBand: membersSchema(new Map(Object.entries(HEIGHT_BAND_FIELDS)), {}) }),
    },
  };
}

function idSchema(description: string): JsonSchema {
  return { description, type: ['string', 'number'] };
}

function membersSchema(fields: ReadonlyMap<string, FieldSpec>, more: Record<string, JsonSchema>): JsonSchema {
  const required = [...fields].filter(([, spec]) => spec.required).map(([name]) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: {
      ...more,
      ...Object.fromEntries([...fields].map(([name, spec]) => [name, fieldSchema(name, spec)])),
    },
  };
}

function fieldSchema(name: string, spec: FieldSpec): JsonSchema {
  const note = (fieldNotes as Record<string, string>)[name] ?? '';
  const description = spec.unit ? `${note} Unit: ${SIGNS[spec.unit]}.` : note;
  return { description, ...kindSchema(spec, spec.required === true) };
}

/** An empty cell may be null, as GIS programs write it, unless the field is required. */
function kindSchema(spec: FieldSpec, isRequired: boolean): JsonSchema {
  const orNull = (type: string) => (isRequired ? type : [type, 'null']);
  const limits = {
    ...(spec.minimum !== undefined && { minimum: spec.minimum }),
    ...(spec.above !== undefined && { exclusiveMinimum: spec.above }),
    ...(spec.maximum !== undefined && { maximum: spec.maximum }),
  };
  switch (spec.kind) {
    case 'text':
      return { type: orNull('string') };
    case 'number':
    case 'integer':
      return { type: orNull(spec.kind), ...limits };
    case 'choice':
      return { enum: isRequired ? [...(spec.values ?? [])] : [...(spec.values ?? []), null] };
    case 'choices':
      return { type: orNull('array'), items: { enum: [...(spec.values ?? [])] } };
    case 'month':
      return { type: orNull('string'), pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
    case 'colours':
      return { type: orNull('array'), items: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' } };
    case 'heightBands':
      return { type: orNull('array'), items: { $ref: '#/$defs/heightBand' } };
  }
}
