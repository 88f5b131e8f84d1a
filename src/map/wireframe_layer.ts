import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { type Matrix, mercatorPerMetre, translateAndScale } from './projection.ts';
import { EDGE_STRIDE, type Wireframe } from './wireframe_edges.ts';

const VERTEX_SHADER = `#version 300 es
in vec2 a_corner;
in vec3 a_from;
in vec3 a_to;
in vec4 a_colour;
uniform mat4 u_matrix;
uniform vec2 u_viewport;
uniform float u_width;
out vec4 v_colour;
out float v_side;
void main() {
  vec4 from = u_matrix * vec4(a_from, 1.0);
  vec4 to = u_matrix * vec4(a_to, 1.0);
  // An end behind the camera is drawn up to just before it.
  float near = 0.001;
  if (from.w < near && to.w < near) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
  if (from.w < near) from = mix(from, to, (near - from.w) / (to.w - from.w));
  if (to.w < near) to = mix(to, from, (near - to.w) / (from.w - to.w));
  vec2 along = (to.xy / to.w - from.xy / from.w) * u_viewport;
  float size = length(along);
  along = size > 0.0 ? along / size : vec2(1.0, 0.0);
  vec4 position = a_corner.x < 0.5 ? from : to;
  float reach = u_width * 0.5 + 1.0;
  position.xy += vec2(-along.y, along.x) * a_corner.y * reach / u_viewport * 2.0 * position.w;
  // A little nearer than the surface the edge lies on.
  position.z -= 0.00025 * position.w;
  gl_Position = position;
  v_colour = a_colour;
  v_side = a_corner.y * reach;
}`;

const FRAGMENT_SHADER = `#version 300 es
precision highp float;
in vec4 v_colour;
in float v_side;
uniform float u_width;
uniform float u_opacity;
out vec4 colour;
void main() {
  float cover = clamp(u_width * 0.5 + 0.5 - abs(v_side), 0.0, 1.0);
  float alpha = v_colour.a * u_opacity * cover;
  colour = vec4(v_colour.rgb * alpha, alpha);
}`;

interface Program {
  program: WebGLProgram;
  vertexArray: WebGLVertexArrayObject;
  buffer: WebGLBuffer;
  corners: WebGLBuffer;
  uniforms: Record<'u_matrix' | 'u_viewport' | 'u_width' | 'u_opacity', WebGLUniformLocation | null>;
}

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader | undefined {
  const shader = gl.createShader(type);
  if (!shader) return undefined;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function link(gl: WebGL2RenderingContext): Program | undefined {
  const vertex = compile(gl, gl.VERTEX_SHADER, VERTEX_SHADER);
  const fragment = compile(gl, gl.FRAGMENT_SHADER, FRAGMENT_SHADER);
  const program = gl.createProgram();
  const vertexArray = gl.createVertexArray();
  const buffer = gl.createBuffer();
  const corners = gl.createBuffer();
  if (!vertex || !fragment || !program || !vertexArray || !buffer || !corners) return undefined;
  gl.attachShader(program, vertex);
  gl.attachShader(program, fragment);
  gl.linkProgram(program);
  // A context that was lost meanwhile draws nothing; the next one starts anew.
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return undefined;

  gl.bindVertexArray(vertexArray);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, -1, 0, 1, 1, -1, 1, 1]), gl.STATIC_DRAW);
  const corner = gl.getAttribLocation(program, 'a_corner');
  gl.enableVertexAttribArray(corner);
  gl.vertexAttribPointer(corner, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  for (const [name, size, offset] of [
    ['a_from', 3, 0],
    ['a_to', 3, 3],
    ['a_colour', 4, 6],
  ] as const) {
    const location = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, size, gl.FLOAT, false, EDGE_STRIDE * 4, offset * 4);
    gl.vertexAttribDivisor(location, 1);
  }
  gl.bindVertexArray(null);
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  return {
    program,
    vertexArray,
    buffer,
    corners,
    uniforms: {
      u_matrix: uniform('u_matrix'),
      u_viewport: uniform('u_viewport'),
      u_width: uniform('u_width'),
      u_opacity: uniform('u_opacity'),
    },
  };
}

export interface WireframeLayerOptions {
  id: string;
  /** Width of an edge in CSS pixels. */
  widthPixels: number;
  opacity: number;
  /** Called in each frame with the matrix from the mercator unit square (z as wide as x) to clip space. */
  onMatrix?: (matrix: Matrix) => void;
}

/** Draws the edges of the shells into the map's own scene: buildings hide them, they hide nothing. */
export class WireframeLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom';
  readonly renderingMode = '3d';
  readonly #options: WireframeLayerOptions;
  #map: MapLibreMap | undefined;
  #program: Program | undefined;
  #wireframe: Wireframe | undefined;
  #isUploaded = false;

  constructor(options: WireframeLayerOptions) {
    this.id = options.id;
    this.#options = options;
  }

  /** The edges to draw from now on; undefined: none. */
  setWireframe(wireframe: Wireframe | undefined): void {
    if (this.#wireframe === wireframe) return;
    this.#wireframe = wireframe;
    this.#isUploaded = false;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#program = link(gl);
    this.#isUploaded = false;
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    const program = this.#program;
    this.#program = undefined;
    this.#map = undefined;
    if (!program) return;
    gl.deleteProgram(program.program);
    gl.deleteVertexArray(program.vertexArray);
    gl.deleteBuffer(program.buffer);
    gl.deleteBuffer(program.corners);
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const matrix: Matrix = input.defaultProjectionData.mainMatrix;
    this.#options.onMatrix?.(matrix);
    const program = this.#program;
    const wireframe = this.#wireframe;
    const map = this.#map;
    if (!program || !wireframe || !map || wireframe.edges.length === 0) return;

    gl.useProgram(program.program);
    gl.bindVertexArray(program.vertexArray);
    if (!this.#isUploaded) {
      gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer);
      gl.bufferData(gl.ARRAY_BUFFER, wireframe.edges, gl.STATIC_DRAW);
      this.#isUploaded = true;
    }
    const [x, y] = wireframe.origin;
    const ratio = map.getPixelRatio();
    const { uniforms } = program;
    const centre = map.getCenter();
    gl.uniformMatrix4fv(uniforms.u_matrix, false, translateAndScale(matrix, [x, y, 0], mercatorPerMetre(centre.lat)));
    gl.uniform2f(uniforms.u_viewport, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.uniform1f(uniforms.u_width, this.#options.widthPixels * ratio);
    gl.uniform1f(uniforms.u_opacity, this.#options.opacity);
    gl.enable(gl.DEPTH_TEST);
    gl.depthFunc(gl.LEQUAL);
    gl.depthMask(false);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, wireframe.edges.length / EDGE_STRIDE);
    gl.bindVertexArray(null);
  }
}
