/** What the checks find in a plan: by code, what it is called, what is wrong and why it matters, and how to mend it. */
export const findings = {
  codes: {
    'community-area': {
      title: 'Community off its target area',
      text: 'The phases have {measuredSquareMetres} together; the target is {targetSquareMetres}, {differenceSquareMetres} off ({differencePercent}), beyond the tolerance of ±{tolerancePercent}. Measured on the CGCS2000 ellipsoid; {planeSquareMetres} on the plane of {measuringCrs}, {sphereSquareMetres} on turf’s sphere.',
      mend: 'Check the phases’ outlines, or change target and tolerance in plan.json.',
    },
    'community-area-met': {
      title: 'Community meets its target area',
      text: 'The phases have {measuredSquareMetres} together; the target is {targetSquareMetres}, {differenceSquareMetres} off ({differencePercent}), within the tolerance of ±{tolerancePercent}. Measured on the CGCS2000 ellipsoid; {planeSquareMetres} on the plane of {measuringCrs}, {sphereSquareMetres} on turf’s sphere.',
      mend: '',
    },
    'community-zone-missing': {
      title: 'No community boundary',
      text: 'plan.json takes the key area “{value}” as the community’s boundary, but there is none: gaps and phases outside cannot be checked.',
      mend: 'Change community.zone, or add the key area.',
    },
    'measuring-crs-unknown': {
      title: 'Measuring CRS not known',
      text: 'The measuring CRS “{value}” of plan.json is not one that can be measured in: plane areas and coordinates are given in the nearest, {used}. Areas on the ellipsoid are not affected.',
      mend: 'Set measuringCrs in plan.json to a CGCS2000 Gauss–Krüger CRS (EPSG:4491–4554) or a northern UTM zone (EPSG:32601–32660).',
    },
    'phase-area': {
      title: 'Phase off its target area',
      text: 'Phase {feature} measures {measuredSquareMetres}; its target is {targetSquareMetres}, {differenceSquareMetres} off ({differencePercent}), beyond the tolerance of ±{tolerancePercent} (gross, on the ellipsoid).',
      mend: 'Check the phase’s outline or its target.',
    },
    'phase-overlap': {
      title: 'Phases overlap',
      text: 'Phases {feature} and {related} share {areaSquareMetres} (tolerance {toleranceSquareMetres}); area and people of the overlap count twice.',
      mend: 'Let both phases share one boundary line.',
    },
    'phase-gap': {
      title: 'Gap between phases',
      text: '{areaSquareMetres} inside the community’s boundary belong to no phase (tolerance {toleranceSquareMetres}; beside: {related}).',
      mend: 'Give the gap to a neighbouring phase, or move the boundary.',
    },
    'phase-outside': {
      title: 'Phase outside the community',
      text: '{areaSquareMetres} of phase {feature} lie outside the community’s boundary {related} (tolerance {toleranceSquareMetres}).',
      mend: 'Draw the phase back, or move the boundary.',
    },
    'phase-count': {
      title: 'Wrong number of phases',
      text: 'There are {count} {count?phase|phases}; there are to be {target}.',
      mend: 'Add or join phases, or change the number in plan.json.',
    },
    'phase-order': {
      title: 'Wrong phase number',
      text: 'Phase {feature} has the number {sequence}, which is used twice or is not between 1 and {count} (same number: {related}); the timeline cannot order them.',
      mend: 'Number the phases from 1 without gaps or repetition.',
    },
    'phase-dates': {
      title: 'Phases open out of order',
      text: 'Phase {feature} opens in {opens}, before the earlier phase {related} ({earlierOpens}).',
      mend: 'Check the dates or the numbers of both phases.',
    },
    'phase-stages': {
      title: 'Life-cycle stages missing',
      text: 'No phase holds: {stages}. The community is to cover the whole life cycle, from research to industry base.',
      mend: 'Give the stages to the phases they belong to.',
    },
    'phase-programme': {
      title: 'Programme below its target',
      text: '“{field}” of all phases is {sum} together, below the target of {target} ({perHectare} per hectare).{silent}',
      mend: 'Check the phases’ figures and fill in the missing ones.',
    },
    'phase-programme-met': {
      title: 'Programme meets its target',
      text: '“{field}” of all phases is {sum} together; the target is {target}; {perHectare} per hectare.{silent}',
      mend: '',
    },
    'plot-overlap': {
      title: 'Plots overlap',
      text: 'Plots {feature} and {related} share {areaSquareMetres} (tolerance {toleranceSquareMetres}); area and floor-area capacity count twice.',
      mend: 'Mend the outlines so that neighbours share one line.',
    },
    'overlaps-cut': {
      title: 'Too many overlaps',
      text: 'The layer “{layer}” has {count} {count?overlap|overlaps}; {shown} of them are listed.',
      mend: 'Most likely outlines were repeated or shifted as a whole: find out why, mend it, and check again.',
    },
    'overlaps-uncounted': {
      title: 'Too many overlaps',
      text: 'So many features of the layer “{layer}” lie upon each other that not all overlaps were counted: {count} were found, of which {shown} are listed, and there are more.',
      mend: 'Most likely outlines were repeated or shifted as a whole: find out why, mend it, and check again.',
    },
    'plot-outside-phase': {
      title: 'Plot outside its phase',
      text: '{areaSquareMetres} of plot {feature} lie outside its phase {related} (tolerance {toleranceSquareMetres}).',
      mend: 'Check which phase the plot belongs to, or mend the outline.',
    },
    'plot-across-phases': {
      title: 'Plot across phases',
      text: 'Plot {feature} names no phase and lies across the border of {related}: {areaSquareMetres} are outside that phase (tolerance {toleranceSquareMetres}), and totals by phase come out wrong.',
      mend: 'State its phase, or mend or divide the plot along the border of the phases.',
    },
    'plot-number-repeated': {
      title: 'Repeated plot number',
      text: 'The plot number “{feature}” occurs {count} {count?time|times}, so its controls belong to no certain plot.',
      mend: 'Renumber the repeated plots.',
    },
    'plot-area-declared': {
      title: 'Declared area differs from the drawing',
      text: '“{field}” of plot {feature} says {declaredSquareMetres}; the drawing measures {measuredSquareMetres}, {differenceSquareMetres} off ({differencePercent}), beyond the tolerance of ±{tolerancePercent}.',
      mend: 'Check the declared area or the outline.',
    },
    'plot-floor-area': {
      title: 'A plot’s floor area and its FAR disagree',
      text: 'Plot {feature} states {gfaSquareMetres} of FAR-counted floor area, but its “{field}” of {far} × site {netAreaSquareMetres} = {expectedSquareMetres}: {differencePercent} off, beyond {tolerancePercent}.',
      mend: 'Check floor area, FAR and site, and the unit of the floor area.',
    },
    'control-range': {
      title: 'Minimum above maximum',
      text: '“{field}” of {feature} is {minimum}, above “{otherField}” of {maximum}: no value satisfies both.',
      mend: 'Mend one of the two limits.',
    },
    'control-contradictory': {
      title: 'Controls contradict each other',
      text: '{control} of plot {feature}: the minimum {minimum} (from {minimumFrom}) is above the maximum {maximum} (from {maximumFrom}); both cannot be kept.',
      mend: 'Bring the controls of the plot and the key areas into agreement.',
    },
    'building-over-limit': {
      title: 'Above the limit',
      text: '{control} of {feature} is {actual}, {excess} above the {binding}limit of {limit}, set by {limitFrom}.',
      mend: 'Check the building’s data; if it is true, change the design or argue for another control.',
    },
    'building-below-minimum': {
      title: 'Below the lower limit',
      text: '{control} of plot {feature} ({standing}) is {actual}, {shortfall} below the {binding}lower limit of {minimum}, set by {minimumFrom}.',
      mend: 'Add the buildings that are missing, or raise the design; where building goes on in stages, let it stand with that reason.',
    },
    'building-near-limit': {
      title: 'Near the limit',
      text: '{control} of {feature} is {actual}; the limit is {limit}; {use}.',
      mend: '',
    },
    'building-near-limits': {
      title: 'Several near the limit',
      text: '{phase}: {control} uses {nearLimitPercent} of its limit or more in {count} {count?place|places} and keeps it{fullCount}. Plots: {related}.',
      mend: '',
    },
    'building-unknown': {
      title: 'Not known for lack of data',
      text: '{control}: data is missing ({fields}) in {count} {count?place|places}, so nobody can tell whether the limit is kept, for example: {features}.',
      mend: 'Fill in the missing fields.',
    },
    'geometry-no-area': {
      title: 'Shape without area',
      text: 'The outline of {feature} in the layer {layer} bounds no ground ({areaSquareMetres}): nothing can be computed of it.',
      mend: 'Draw the outline again, or remove the feature.',
    },
    'geometry-self-crossing': {
      title: 'Outline crosses itself',
      text: 'The outline of {feature} in the layer {layer} crosses itself: its area is uncertain, and overlaps and gaps cannot be trusted.',
      mend: 'Mend the outline at the place shown.',
    },
    'geometry-ring-touching': {
      title: 'Border touches itself',
      text: 'The border of {feature} in layer “{layer}” comes back to its own points or edges (places: {count}); most programs take it for invalid.',
      mend: 'Take the border apart at the place shown, or make two features of it.',
    },
    'geometry-hole-outside': {
      title: 'Hole outside its border',
      text: '{feature} in layer “{layer}” has a hole that is not inside its outer border: it takes away ground that is not its own.',
      mend: 'Move the hole back inside, or delete it.',
    },
    'geometry-hole-nested': {
      title: 'Hole in a hole',
      text: '{feature} in layer “{layer}” has a hole inside another or across it: the same ground is taken away twice.',
      mend: 'Delete the inner hole, or join those that cross.',
    },
    'geometry-parts-overlap': {
      title: 'Parts overlap',
      text: 'One part of {feature} in layer “{layer}” lies on another: the same ground is counted twice.',
      mend: 'Join the parts, or delete the one too many.',
    },
    'geometry-few-vertices': {
      title: 'Too few vertices',
      text: '{feature} in layer “{layer}” has parts or holes of fewer than three different vertices (count: {count}); they bound nothing and are left out.',
      mend: 'Delete them, or add what is missing.',
    },
    'geometry-repeated-vertices': {
      title: 'Repeated vertices',
      text: '{feature} in layer “{layer}” has vertices within a millimetre of the one before them (count: {count}).',
      mend: 'They may be deleted; nothing computed here is affected.',
    },
    'geometry-spike': {
      title: 'Spike in a border',
      text: 'The border of {feature} in layer “{layer}” turns back on itself at {angleDegrees} (less than {toleranceDegrees}): probably a vertex that was dragged away.',
      mend: 'Delete the vertex at the tip.',
    },
    'geometry-sliver': {
      title: 'Sliver',
      text: '{feature} in layer “{layer}” is only {widthMetres} wide on the mean (tolerance {toleranceMetres}), {areaSquareMetres} in all: it looks like what two borders left between them.',
      mend: 'Join it to a neighbour, or delete it.',
    },
    'geometry-tiny-part': {
      title: 'Tiny part or hole',
      text: '{feature} in layer “{layer}” has very small parts or holes (count: {count}), the smallest {areaSquareMetres} (tolerance {toleranceSquareMetres}): remnants of cutting or joining.',
      mend: 'Delete the parts, or fill the holes.',
    },
    'geometry-multipart': {
      title: 'Several parts',
      text: '{feature} in layer “{layer}” consists of {count} separate {count?part|parts}; it should be one.',
      mend: 'Make features with numbers of their own of the parts, or delete those too many.',
    },
    'geometry-outside-plan': {
      title: 'Far outside the plan',
      text: '{feature} in layer “{layer}” lies more than {toleranceMetres} from where the plan is: its coordinates are probably wrong.',
      mend: 'Check its coordinates, their system and the order of the axes.',
    },
    'geometry-winding': {
      title: 'Rings run the other way',
      text: 'In the layer “{layer}” the rings of {count} {count?feature|features} run against RFC 7946 (outer rings counter-clockwise, holes clockwise), such as {features}.',
      mend: 'Nothing here depends on it; for other programs, export the layer again as RFC 7946 from a GIS.',
    },
    'plot-duplicate': {
      title: 'Plot drawn twice',
      text: 'Plots {feature} and {related} are the same shape: area and capacity count twice.',
      mend: 'Delete one; where the numbers differ, settle first which is to stay.',
    },
    'plot-gap': {
      title: 'Gap between plots',
      text: 'Plots {feature} and {related} enclose {areaSquareMetres} that belong to no plot and are neither road, water nor green (tolerance {toleranceSquareMetres}).',
      mend: 'Let the neighbours share one border, or add the plot that is missing.',
    },
    'plot-strip': {
      title: 'Strip between plots',
      text: 'Between plots {feature} and {related} lies a strip of up to {widthMetres} in width, {areaSquareMetres} that belong to no plot and are neither road, water nor green (told below {toleranceMetres} and above {toleranceSquareMetres}).',
      mend: 'Let both share one border; where it is a path or a ditch, draw the road, water or green.',
    },
    'border-near-miss': {
      title: 'Borders not aligned',
      text: 'The borders of {feature} and {related} in layer “{layer}” run less than {toleranceMetres} apart without being one (vertices: {count}), {distanceMetres} at most.',
      mend: 'Draw with snapping on, so that both share edges and vertices.',
    },
    'border-vertex-missing': {
      title: 'Vertex missing on a shared border',
      text: 'On its border with {related}, {feature} in layer “{layer}” lacks vertices that the neighbour has ({count}): the borders agree now, and part when either is moved, projected or rounded.',
      mend: 'Give both the same vertices: draw with snapping and topological editing on; where the border is straight, the vertices in its middle may go.',
    },
    'plot-across-road': {
      title: 'Plot across a road’s red line',
      text: '{areaSquareMetres} of plot {feature} lie within the red lines of road {related} ({redLineWidthMetres} wide, tolerance {toleranceSquareMetres}).',
      mend: 'Draw the plot back to the red line, or check the road’s centreline and width.',
    },
    'building-duplicate': {
      title: 'Building drawn twice',
      text: 'Buildings {feature} and {related} have the same outline: footprint and floor area count twice.',
      mend: 'Delete one; where one stands upon the other, make one building of both.',
    },
    'building-outside-plot': {
      title: 'Building outside its plot',
      text: '{areaSquareMetres} of building {feature} lie outside its plot {related} (tolerance {toleranceSquareMetres}).',
      mend: 'Check the building’s outline, the plot it names, or the plot’s border.',
    },
    'building-across-plots': {
      title: 'Building across plots',
      text: 'Less than half of building {feature} stands on plot {related}: {areaSquareMetres} lie outside (tolerance {toleranceSquareMetres}), and density and FAR of no plot count it.',
      mend: 'State the plot it belongs to, or check its outline and the borders of the plots.',
    },
    'building-setback': {
      title: 'Setback not kept',
      text: 'Building {feature} stands {distanceMetres} from the border of plot {related}, less than the setback of {setbackMetres}.',
      mend: 'Move the building back, or make a case for another setback.',
    },
    'townscape-colours': {
      title: 'Too many colours',
      text: '{feature} names {count} building {count?colour|colours}; a project has at most {limit} (Hefei’s general rules for control plans).',
      mend: 'Use fewer colours: a main, a secondary and an accent one, for example.',
    },
    'land-use-missing': {
      title: 'Plot without a land-use code',
      text: 'Plot {feature} has no {field}: its use, its colour and every check and total by use are missing.',
      mend: 'State the code and its scheme.',
    },
    'plot-number-form': {
      title: 'Plot number of another form',
      text: 'The number "{feature}" has none of the agreed forms ({forms}; A is a letter, 9 a digit): searching and joining tables by number will miss it.',
      mend: 'Correct the number, or add its form to checks.plotNumberForms in plan.json.',
    },
    'control-implausible': {
      title: 'Implausible limit',
      text: '{field} of {feature} is {actual}, beyond what a plan means ({limit}): probably a lost decimal point, another unit or the wrong field.',
      mend: 'Check the value; if it is meant, widen checks.limits in plan.json.',
    },
    'density-green-contradictory': {
      title: 'Density and green ratio exceed 100 %',
      text: 'Plot {feature} asks for a density of at least {densityPercent} and a green ratio of at least {greenPercent}, {sumPercent} together: more than the plot.',
      mend: 'Lower one of the two.',
    },
    'far-unreachable': {
      title: 'FAR out of reach',
      text: 'Plot {feature} cannot reach a FAR of {far} with a density of {densityPercent} and a height of {heightMetres}: storeys of {storeyMetres} make at most {storeys} floors and a FAR of {reachable}.',
      mend: 'Bring FAR, density and height into line.',
    },
    'building-storeys': {
      title: 'Floors and height disagree',
      text: 'Building {feature} is {heightMetres} high with {floors} floors: a storey of {storeyMetres}, not within {storeyMinMetres} to {storeyMaxMetres}.',
      mend: 'Check height and floors (often basements are counted, or the height is in another unit).',
    },
    'building-floor-area': {
      title: 'More floor area than footprint × floors',
      text: 'Building {feature} declares {gfaSquareMetres} of FAR-counted floor area; its footprint of {footprintSquareMetres} with {floors} floors makes at most {mostSquareMetres}.',
      mend: 'Check floor area, floors or outline.',
    },
    'stage-land-use': {
      title: 'Stage and land use contradict',
      text: 'Plot {feature} is of the stage {stages} on land of use {value}: the two do not go together.',
      mend: 'Check the stage or the land-use code.',
    },
    'phase-floor-area': {
      title: 'A phase’s floor area is not its FAR × site',
      text: 'Phase {feature} declares {gfaSquareMetres} of FAR-counted floor area, but FAR {far} × net site {netAreaSquareMetres} = {expectedSquareMetres}: {differencePercent} off, beyond ±{tolerancePercent}.',
      mend: 'Check the three figures.',
    },
    'building-blue-green-setback': {
      title: 'Too close to a blue or green line',
      text: 'Building {feature} lies {distanceMetres} from "{value}", less than the {leastMetres} it must keep.',
      mend: 'Set the building back, or check the blue or green line.',
    },
    'building-metro-band': {
      title: 'Within the strict metro band',
      text: 'Building {feature} lies {distanceMetres} from "{value}", within the strict band of {leastMetres}.',
      mend: 'Move it out of the band, or have its effect on the metro examined.',
    },
    'industry-far': {
      title: 'Low FAR of industrial land',
      text: 'Industrial plot {feature} has an upper FAR of {actual}, not above {limit}, which the general rules ask of industrial land.',
      mend: 'Raise the FAR, or give the reason in the process.',
    },
    'industry-green-ratio': {
      title: 'High green ratio of industrial land',
      text: '{field} of industrial plot {feature} is {actual}, above the {limit} that the general rules allow industrial land.',
      mend: 'Lower the green ratio that is asked for to what industrial land may have.',
    },
    'industry-service-share': {
      title: 'Much floor area for administration and living',
      text: 'On industrial plot {feature}, {serviceSquareMetres} of {totalSquareMetres} serve administration and living: {sharePercent}, above {limitPercent}.',
      mend: 'Reduce it, or check the uses of the buildings.',
    },
    'green-ratio-use': {
      title: 'Green ratio below what its use asks',
      text: 'Plot {feature} ({value}) asks for a green ratio of at least {actual}, below the {limit} advised for this use.',
      mend: 'Raise it; the value is advisory and may stand with a reason.',
    },
    'high-rise-plot-small': {
      title: 'High-rise on a small plot',
      text: 'Building {feature} is {heightMetres} high, a high-rise (above {highRiseAboveMetres}), on plot {related} of only {areaSquareMetres}, less than {leastSquareMetres}.',
      mend: 'Join plots or lower the building.',
    },
    'view-corridor-blocked': {
      title: 'View to the water blocked',
      text: 'Along "{value}" in {feature}, {count} {count?building|buildings} {count?stands|stand} before {lengthMetres} of the shore without a view {widthMetres} wide between them; views are to be at most {spacingMetres} apart. Buildings: {related}.',
      mend: 'Open a view that is wide enough between these buildings.',
    },
    'height-rises-to-water': {
      title: 'Heights rise towards the water',
      text: 'Of the height bands of {feature}, the one from {nearFromMetres} off "{value}" allows {nearMetres}, more than the {farMetres} of the one behind it (from {farFromMetres}).',
      mend: 'Let heights rise from the water outwards.',
    },
    'phase-totals': {
      title: 'A phase’s figures and its plots disagree',
      text: '“{field}” of phase {feature} is {declaredSquareMetres}; its plots sum to {sumSquareMetres} (without green, roads and water): {differencePercent} off, beyond {tolerancePercent}.',
      mend: 'Check the phase’s figures, or areas, FAR and phase of its plots.',
    },
    'phase-capacity': {
      title: 'More than the floor area has room for',
      text: '“{field}” of phase {feature} is {count}; a capacity of {capacitySquareMetres} leaves {eachSquareMetres} each, less than {leastSquareMetres}.',
      mend: 'Check the programme, or raise the capacity.',
    },
    'reference-missing': {
      title: 'Named but not there',
      text: '“{field}” of {feature} is “{value}”, which the plan does not have: checks and sums will miss the feature.',
      mend: 'Check the spelling, or add what is named.',
    },
  },
};
