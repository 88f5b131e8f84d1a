/** Whether this browser can draw the map at all: it needs WebGL 2. */
export function isWebGlAvailable(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2');
    // The context of a probe is given back at once: browsers allow only a few.
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== null;
  } catch {
    return false;
  }
}
