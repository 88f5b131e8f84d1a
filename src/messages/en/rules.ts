import type { RuleMessages } from '../rules.ts';

export const rules: RuleMessages = {
  title: 'Rules of the check',
  topics: {
    geometry: 'Geometry',
    topology: 'Topology',
    attributes: 'Attributes',
    controls: 'Controls',
    programme: 'Programme and phases',
  },
  sources: {
    'simple-features': 'OGC Simple Features (06-103r4)',
    'hefei-2013':
      'Hefei general rules for regulatory plans (trial), 2013; whether they are in force today was not verified',
    practice:
      'Common practice of plan-data reviews (topology, attributes, figures as drawn); thresholds are our default',
    plan: "The plan's own targets and controls (plan.json and layers)",
    own: 'Our default',
  },
  codes: {
    'geometry-no-area': {
      finds: 'An areal feature whose border encloses no area.',
      why: 'Without an area there is no capacity: neither figures nor other checks can be computed.',
    },
    'geometry-self-crossing': {
      finds: 'An areal feature whose border crosses itself (a figure of eight, a knot).',
      why: 'Its area is undefined, overlaps and gaps cannot be trusted, and most GIS programs refuse it or mend it silently.',
    },
    'measuring-crs-unknown': {
      finds: 'A measuring coordinate system that is no Gauss–Krüger or UTM projection this program knows.',
      why: 'Plane areas and coordinates cannot be given in it.',
    },
    'community-area': {
      finds:
        "The phases' areas together, off the community's target by more than the tolerance of plan.json (gross, on the ellipsoid).",
      why: 'About 5 km² is the total the community is held to: it must be checked again whenever a phase border moves.',
    },
    'phase-area': {
      finds: 'A phase whose gross area is off its own target by more than the tolerance.',
      why: 'The area of a phase decides how much land is supplied when, and what services it needs.',
    },
    'phase-overlap': {
      finds: 'Two phases that share more ground than the tolerance.',
      why: 'Shared ground, people and companies are counted twice.',
    },
    'phase-gap': {
      finds: "Ground inside the community's boundary that belongs to no phase, larger than the tolerance.",
      why: 'Ground without a phase is in no programme and in no total.',
    },
    'phase-outside': {
      finds: "A phase of which more than the tolerance lies outside the community's boundary.",
      why: "That part lies outside the plan's mandate and inflates the total.",
    },
    'phase-count': {
      finds: 'Another number of phases than the plan is to have.',
      why: 'With a phase missing or one too many, neither totals nor timing hold.',
    },
    'phase-order': {
      finds: 'Phase numbers that repeat, leave gaps or lie out of range.',
      why: 'The timeline and running totals need consecutive numbers.',
    },
    'phase-dates': {
      finds: 'A phase that opens before the one before it.',
      why: 'Timing contradicts the order, and running totals are wrong.',
    },
    'phase-stages': {
      finds: 'A life-cycle stage (research, incubator, accelerator, industry base) that no phase holds.',
      why: 'The community is laid out for the whole life cycle: a missing link breaks the chain.',
    },
    'phase-programme': {
      finds: 'People or companies of all phases below the target.',
      why: 'A target that no phase carries leaves services without a basis.',
    },
    'plot-number-repeated': {
      finds: 'A plot number that occurs more than once.',
      why: 'Controls, contracts and permits name a plot by its number: a repeated one mixes them up.',
    },
    'plot-overlap': {
      finds: 'Two plots that share more ground than the tolerance.',
      why: 'The same land would be granted twice, its area and capacity counted twice.',
    },
    'plot-outside-phase': {
      finds: 'A plot of which more than the tolerance lies outside its phase.',
      why: 'The plot is counted in the wrong phase.',
    },
    'plot-area-declared': {
      finds: 'A declared area that is off the drawn one (on the ellipsoid) by more than the tolerance.',
      why: 'Figures must agree with the drawing; FAR and capacity follow from the area.',
    },
    'control-range': {
      finds: 'A plot, key area or height band whose own lower limit lies above its upper limit.',
      why: 'No design can meet both.',
    },
    'control-contradictory': {
      finds:
        'A plot whose strictest lower limit lies above its strictest upper limit, once its key areas are taken into account.',
      why: 'Two requirements, each sound by itself, cannot be built together.',
    },
    'building-over-limit': {
      finds: 'A height, FAR or building density above the effective upper limit (the stricter governs).',
      why: 'What breaks a compulsory limit cannot be permitted.',
    },
    'building-near-limit': {
      finds: 'A limit that is used beyond a share of it and not exceeded; many within a phase are told together.',
      why: 'Hardly any room is left: any addition may break the limit.',
    },
    'building-unknown': {
      finds: 'Buildings and plots that lack the data to be judged.',
      why: '"Nothing found" is not "complies".',
    },
    'townscape-colours': {
      finds: 'A plot or key area that names more than three building colours.',
      why: 'Too many colours make no townscape.',
    },
    'reference-missing': {
      finds: 'A phase, plot, land-use code, tone or reference a feature names that the plan does not have.',
      why: 'The feature drops out of totals and checks, and an unknown code has no colour.',
    },
  },
  words: {
    code: 'Code',
    finds: 'Finds',
    why: 'Why it matters',
    mend: 'How to mend it',
    source: 'Source',
    settings: 'Settings',
    none: 'none',
  },
};
