/** Washington’s counties as shapes, drawn from the Census Bureau’s borders when the site is built. */
import { geoConicConformal, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import atlas from 'us-atlas/counties-10m.json' with { type: 'json' };

type Point = [x: number, y: number];
type County = (Polygon | MultiPolygon) & { properties: { name: string } };

/** Width of the drawing; its height follows. */
const width = 720;
/** No border moves by more than this: less than a pixel on the page, and a third of the bytes. */
const tolerance = 1;

const world = atlas as unknown as Topology<{ counties: GeometryCollection<{ name: string }> }>;
/** Washington’s counties carry the state’s number, 53, in front of their own. */
const state: GeometryCollection<{ name: string }> = {
  type: 'GeometryCollection',
  geometries: world.objects.counties.geometries.filter(({ id }) => String(id).startsWith('53')),
};
// The state’s own map projection: conic, true along two lines of latitude.
const projection = geoConicConformal()
  .parallels([45.83, 48.73])
  .rotate([120.5, 0])
  .fitWidth(width, feature(world, state));

const flat: Topology = { ...world, transform: undefined, arcs: world.arcs.map(flatten) } as unknown as Topology;
const draw = geoPath().digits(0);

export const size = { width, height: Math.ceil(geoPath(projection).bounds(feature(world, state))[1][1]) };
/** The coast and the state line. */
export const outline = path(mesh(flat, state as GeometryCollection, (a, b) => a === b));
/** The lines between counties, each once. */
export const borders = path(mesh(flat, state as GeometryCollection, (a, b) => a !== b));

/** The shape of several counties together, and its middle. */
export function shapeOf(names: readonly string[]): { path: string; middle: Point } {
  const shape = merge(
    flat,
    (state.geometries as County[]).filter(({ properties }) => names.includes(properties.name)),
  );
  return { path: path(shape), middle: draw.centroid(shape).map(Math.round) as Point };
}

/** Names that would run into a neighbor's, or off the sheet, stand beside the middle of their shape. */
const moved: Record<string, { x?: number; dx?: number; anchor: 'start' | 'end' | 'middle' }> = {
  thurston: { dx: 40, anchor: 'end' },
  pierce: { dx: 28, anchor: 'middle' },
  spokane: { x: size.width - 26, anchor: 'end' },
};

/** The shape of each region, and where its name stands. */
export function regionShapes(
  regions: readonly { id: string; name: string; counties: readonly string[] }[],
): { name: string; path: string; x: number; y: number; anchor: 'start' | 'end' | 'middle' }[] {
  return regions.map(({ id, name, counties }) => {
    const {
      path,
      middle: [x, y],
    } = shapeOf(counties);
    const { anchor = 'middle', dx = 0, x: fixed = x + dx } = moved[id] ?? {};
    return { name, path, x: fixed, y, anchor };
  });
}

/** A shape as SVG, each point told from the one before: a third shorter than places on the sheet. */
function path(shape: GeoPermissibleObjects): string {
  let [x, y] = [0, 0];
  return (draw(shape) ?? '').replace(/([ML])(-?\d+),(-?\d+)/g, (_, step: string, across: string, down: string) => {
    const [dx, dy] = [Number(across) - x, Number(down) - y];
    [x, y] = [Number(across), Number(down)];
    return step === 'M' ? `M${x} ${y}` : `l${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
}

/** One border on the sheet: from steps between grid points on the globe to thinned, rounded points. */
function flatten(arc: number[][]): Point[] {
  const { scale, translate } = world.transform!;
  let [column, row] = [0, 0];
  const points = arc.map(([dx = 0, dy = 0]): Point => {
    [column, row] = [column + dx, row + dy];
    return projection([column * scale[0] + translate[0], row * scale[1] + translate[1]]) ?? [0, 0];
  });
  return thin(points).map(([x, y]) => [Math.round(x), Math.round(y)]);
}

/** Leaves out the points of a line that lie close to the rest (Douglas and Peucker’s method). */
function thin(points: Point[]): Point[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  const far = points.map((point) => distance(point, first, last));
  const farthest = Math.max(...far);
  if (farthest <= tolerance) return [first, last];
  const at = far.indexOf(farthest);
  return [...thin(points.slice(0, at + 1)).slice(0, -1), ...thin(points.slice(at))];
}

/** How far a point lies from a stretch of line. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
