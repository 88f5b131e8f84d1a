import type { RuleMessages } from '../rules.ts';
import { checkReport } from './check_report.ts';
import { findingsPanel } from './findings_panel.ts';

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
    'rfc-7946': 'GeoJSON (RFC 7946, 3.1.6)',
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
    'geometry-ring-touching': {
      finds:
        'An areal feature whose border comes back to a vertex or an edge of its own (within 1 mm); holes that meet the outer ring or each other in two places, or along an edge, so that the inside falls apart.',
      why: 'Simple features do not allow it: other programs refuse the shape or mend it silently.',
    },
    'geometry-hole-outside': {
      finds: 'An areal feature with a hole that lies wholly or partly outside its outer border.',
      why: 'Area is the outer border less the holes: with a hole outside, it is wrong.',
    },
    'geometry-hole-nested': {
      finds: 'An areal feature with a hole inside another hole, or with holes that cross.',
      why: 'Ground that is taken away twice makes the area too small.',
    },
    'geometry-parts-overlap': {
      finds: 'A feature of several parts of which one lies on another.',
      why: 'Ground that is counted twice makes area and capacity too large.',
    },
    'geometry-few-vertices': {
      finds: 'A part or hole of fewer than three different vertices (within 1 mm they are one).',
      why: 'Programs read a ring that bounds nothing in different ways.',
    },
    'geometry-repeated-vertices': {
      finds: 'Vertices within 1 mm of the one before them.',
      why: 'The area is not affected, but some programs fail on edges of no length.',
    },
    'geometry-spike': {
      finds: 'A vertex whose two edges enclose less than the tolerance, both longer than 5 cm; not in water and green.',
      why: 'A spike falsifies the outline’s length and pierces the neighbours.',
    },
    'geometry-sliver': {
      finds:
        'An areal feature whose mean width (twice its area by its outline) is below the tolerance; not in water and green.',
      why: 'Nothing can be built on it, yet it takes a number and enters the totals.',
    },
    'geometry-tiny-part': {
      finds: 'A part or hole smaller than the tolerance in a feature of several rings; not in water and green.',
      why: 'Remnants make a feature multipart and leave specks on the map.',
    },
    'geometry-multipart': {
      finds: 'A plot or building of two or more parts.',
      why: 'A plot is granted as a whole under one number.',
    },
    'geometry-outside-plan': {
      finds:
        'A feature farther than the tolerance from the plan (its bounds in plan.json, or where most features are).',
      why: 'A feature that flew away stretches the map and takes part in no check.',
    },
    'geometry-winding': {
      finds:
        'Areal features whose outer rings do not run counter-clockwise, or whose holes do not run clockwise: one finding a layer (files that are loaded are turned as they are read).',
      why: 'Areas and checks are the same, but some programs take such a shape for all that lies outside it.',
    },
    'plot-duplicate': {
      finds: 'Plots of the same shape (vertices within 1 mm) under different numbers.',
      why: 'The same land would be granted twice, its area and capacity counted twice.',
    },
    'plot-gap': {
      finds:
        'Ground enclosed by plots, larger than the tolerance, that belongs to none and lies in no road’s red lines, water or green; and such ground between two plots that is open at its ends and narrower than the tolerance.',
      why: 'Nobody looks after leftover land, and the plots no longer add up to their block.',
    },
    'border-near-miss': {
      finds:
        'Borders of neighbouring plots or phases that run within the tolerance of each other and are not the same.',
      why: 'Hairline gaps and overlaps are not seen on the map, but enter areas and the staking out of borders.',
    },
    'border-vertex-missing': {
      finds:
        'Vertices in the middle of a border that two plots or phases share and only one of them has; one note for each border. A corner where a third plot, or open ground, begins is no fault.',
      why: 'The border is one line only by chance: moving a vertex, another coordinate system or fewer decimals open hairline gaps and overlaps along it.',
    },
    'plot-across-road': {
      finds:
        'A plot of which more than the tolerance lies within a road’s red lines (half the red-line width on either side of the centreline); land for transport is left out.',
      why: 'Land within red lines cannot be granted, and the plot’s net area is too large.',
    },
    'building-duplicate': {
      finds: 'Buildings of the same outline (vertices within 1 mm).',
      why: 'Footprint and floor area count twice, and with them density and FAR.',
    },
    'building-outside-plot': {
      finds:
        'A building of which more than the tolerance lies outside the plot it belongs to; a warning where it names none and stands on any with less than half. One on no plot at all is not judged.',
      why: 'It stands on a neighbour’s land or on a road, and density and FAR are counted on the wrong plot.',
    },
    'building-setback': {
      finds:
        'A building nearer to its plot’s border than the setback that holds there; the shortest way is drawn. A warning where the setback is guiding.',
      why: 'Setbacks keep room for fire access, daylight, pipes and the street front.',
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
      finds:
        'A plot of which more than the tolerance lies outside its phase or, where it names none, outside the phase that holds most of it.',
      why: 'The plot is counted in the wrong phase.',
    },
    'plot-area-declared': {
      finds: 'A declared area that is off the drawn one (on the ellipsoid) by more than the tolerance.',
      why: 'Figures must agree with the drawing; FAR and capacity follow from the area.',
    },
    'plot-floor-area': {
      finds: 'A plot that states more floor area than its upper FAR makes of its site, or less than its lower one.',
      why: 'If area, FAR and floor area of one line contradict each other, nobody knows which one a contract or permit is to take.',
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
      finds:
        'A height, FAR or building density above the effective upper limit (the stricter governs); a warning where only guiding limits are exceeded.',
      why: 'What breaks a compulsory limit cannot be permitted; what breaks a guiding one has to give its reasons.',
    },
    'building-below-minimum': {
      finds:
        'A plot whose buildings (built and proposed) stay below the effective lower limit of FAR, building density or, for the tallest, height. A warning where its phase has opened or a design is drawn; a note where all that is known is built and the phase has not opened, or only guiding limits are missed. Plots without buildings, or whose buildings lack a floor area or height, are not judged.',
      why: 'Lower limits keep land from being wasted, and land contracts are tied to them.',
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
    'land-use-missing': {
      finds: 'A plot without a land-use code.',
      why: 'The use decides what is asked of a plot; without it there is no colour and no total by use.',
    },
    'plot-number-form': {
      finds:
        'A plot whose number has none of the forms agreed in plan.json; where none is agreed, of the form that nine in ten numbers share (only told).',
      why: 'The number is all that ties a plot to tables, contracts and permits.',
    },
    'control-implausible': {
      finds: 'A FAR, height limit or density no plan means.',
      why: 'One lost decimal point distorts capacity, compliance and every total.',
    },
    'density-green-contradictory': {
      finds: 'A plot whose least density and least green ratio exceed 100 % together.',
      why: 'No design can meet both.',
    },
    'far-unreachable': {
      finds:
        'A FAR that density and height leave no room for, even with the lowest storeys: an error for a lower limit, a warning for an upper one.',
      why: 'A lower limit out of reach cannot be met; an upper one promises floor area that cannot be built.',
    },
    'building-storeys': {
      finds: 'A building whose height over its floors is no storey.',
      why: 'One of the two is wrong, and with it what is said of height and FAR.',
    },
    'building-floor-area': {
      finds:
        'A building that declares more floor area than its footprint times its floors (a single storey may count twice).',
      why: 'A plot’s FAR is the sum of these areas: one wrong building makes it wrong.',
    },
    'stage-land-use': {
      finds: 'A plot whose life-cycle stage cannot stand on its land use, such as an industry base on housing land.',
      why: 'Totals by stage count ground that cannot serve it.',
    },
    'phase-floor-area': {
      finds: 'A phase whose floor area is not its FAR times its net site area.',
      why: 'If one of the three is wrong, what is published contradicts itself.',
    },
    'building-blue-green-setback': {
      finds:
        'A building too close to water or green: 5 m up to 24 m of height, 10 m above; not those standing on open space.',
      why: 'Public waterfronts, flood protection and upkeep need the distance.',
    },
    'building-metro-band': {
      finds: 'A building within the strict band beside a metro line.',
      why: 'Building there endangers the metro and is not permitted without proof.',
    },
    'industry-far': {
      finds: 'An industrial plot whose upper FAR is not above 1.0.',
      why: 'Industrial land is to be used intensively.',
    },
    'industry-green-ratio': {
      finds: 'An industrial plot that asks for a green ratio above 10 %.',
      why: 'Green must not take up industrial land.',
    },
    'industry-service-share': {
      finds:
        'An industrial plot of whose floor area more than 10 % serves administration and living (judged only where every building states use and area).',
      why: 'Keeps offices and housing from being built in the name of industry.',
    },
    'green-ratio-use': {
      finds: 'Housing, research, education or commerce whose least green ratio is below the advised 40, 35 or 20 %.',
      why: 'Advisory, but one should know where it is low, and why.',
    },
    'high-rise-plot-small': {
      finds: 'A high-rise on a plot of less than 3,000 m².',
      why: 'Such a plot has no room for fire access, daylight and parking.',
    },
    'view-corridor-blocked': {
      finds:
        'A run of the first row of buildings before a shore without a wide enough gap that is longer than views may lie apart; a note where the zone does not make it compulsory.',
      why: 'Behind a closed front nobody sees the water.',
    },
    'height-rises-to-water': {
      finds: 'A height band nearer to a water that allows more than the one behind it.',
      why: 'High in front and low behind blocks the view.',
    },
    'phase-totals': {
      finds:
        'A phase whose declared net site is not the sum of its plots, or whose declared floor area is more than its plots may carry (the latter only where all its building plots have an upper FAR).',
      why: 'Tables and drawing must agree: a phase is made of its plots.',
    },
    'phase-capacity': {
      finds:
        'A phase with less floor area per person or company than it needs (judged only where all its building plots have an upper FAR).',
      why: 'A programme that does not fit is a promise that cannot be kept.',
    },
    'reference-missing': {
      finds: 'A phase, plot, land-use code, tone or reference a feature names that the plan does not have.',
      why: 'The feature drops out of totals and checks, and an unknown code has no colour.',
    },
  },
  panel: findingsPanel,
  ...checkReport,
};
