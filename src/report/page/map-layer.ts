/**
 * Islands and dots as one picture that is moved and stretched while the view moves, and drawn anew when it rests: ten
 * thousand dots cost a frame once, not at each step.
 */

import { drawGround, type IslandPaths } from "./draw-map.js";
import type { Scene } from "./scene.js";

/** The picture and what it shows. */
export interface MapLayer {
  /** Puts islands and dots on the canvas; `sharp` draws them anew where they were drawn for another view. */
  put(context: CanvasRenderingContext2D, scene: Scene, sharp: boolean): void;
}

/** So much is drawn beyond each edge, as a share of the frame, to have something to show when the view moves. */
const margin = 0.25;
/** A picture stretched beyond these is drawn anew at once. */
const leastStretch = 0.55;
const mostStretch = 2;

/** A layer for these islands. */
export function createMapLayer(paths: IslandPaths): MapLayer {
  const canvas = document.createElement("canvas");
  const own = canvas.getContext("2d", { alpha: false })!;
  let drawn: Scene | undefined;

  const drawAnew = (scene: Scene): void => {
    const density = window.devicePixelRatio || 1;
    const { width, height } = scene.frame;
    const size = { width: width * (1 + 2 * margin), height: height * (1 + 2 * margin) };
    canvas.width = Math.round(size.width * density);
    canvas.height = Math.round(size.height * density);
    own.setTransform(density, 0, 0, density, 0, 0);
    const { scale, x, y } = scene.view;
    drawGround(own, paths, { ...scene, frame: size, view: { scale, x: x + width * margin, y: y + height * margin } });
    drawn = scene;
  };

  return {
    put(context, scene, sharp) {
      if (drawn === undefined || !sameContent(drawn, scene) || (sharp && !sameView(drawn, scene))) drawAnew(scene);
      let { view } = drawn!;
      if (scene.view.scale / view.scale > mostStretch || scene.view.scale / view.scale < leastStretch) {
        drawAnew(scene);
        view = scene.view;
      }
      const stretch = scene.view.scale / view.scale;
      const { width, height } = scene.frame;
      context.globalAlpha = 1;
      context.fillStyle = scene.colours.ground;
      context.fillRect(0, 0, width, height);
      context.drawImage(
        canvas,
        scene.view.x - (view.x + width * margin) * stretch,
        scene.view.y - (view.y + height * margin) * stretch,
        width * (1 + 2 * margin) * stretch,
        height * (1 + 2 * margin) * stretch,
      );
    },
  };
}

function sameContent(a: Scene, b: Scene): boolean {
  const sameFrame = a.frame.width === b.frame.width && a.frame.height === b.frame.height;
  return sameFrame && a.shown === b.shown && a.theme === b.theme && a.colours === b.colours && a.whole === b.whole;
}

function sameView(a: Scene, b: Scene): boolean {
  return a.view.scale === b.view.scale && a.view.x === b.view.x && a.view.y === b.view.y;
}
