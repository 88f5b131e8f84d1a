import { fillParent } from './fill_parent.ts';

export interface OverlayCanvas {
  canvas: HTMLCanvasElement;
  /** A clean context whose unit is the CSS pixel; undefined while there is nothing to draw or the canvas has no size. */
  begin(pixelRatio: number, hasInk: boolean): CanvasRenderingContext2D | undefined;
}

/** A canvas above the map that lets every pointer through. What it shows is also in the table and the inspector. */
export function createOverlayCanvas(container: HTMLElement): OverlayCanvas {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  fillParent(canvas);
  // Under MapLibre's own controls, above its picture.
  container.querySelector('.maplibregl-canvas-container')?.after(canvas);
  const context = canvas.getContext('2d');
  return {
    canvas,
    begin(pixelRatio, hasInk) {
      // Chromium may go on showing the last picture of a canvas that has only been cleared.
      canvas.style.setProperty('visibility', hasInk ? 'visible' : 'hidden');
      if (!hasInk) return undefined;
      const width = Math.round(canvas.clientWidth * pixelRatio);
      const height = Math.round(canvas.clientHeight * pixelRatio);
      if (!context || width === 0 || height === 0) return undefined;
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
      context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
      return context;
    },
  };
}
