/** What part of the map is seen: a scale and the place of the map's corner, in pixels of the canvas. */

/** Map x 0 .. width, y 0 .. 1; screen = map * scale + offset. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const deepest = 60;
const margin = 14;

/** The view that shows a box of the map in a frame. */
export function fitView(
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  frame: { readonly width: number; readonly height: number },
): View {
  const scale = Math.max(
    1,
    Math.min(
      (frame.width - 2 * margin) / Math.max(1e-6, box.right - box.left),
      (frame.height - 2 * margin) / Math.max(1e-6, box.bottom - box.top),
    ),
  );
  return {
    scale,
    x: frame.width / 2 - ((box.left + box.right) / 2) * scale,
    y: frame.height / 2 - ((box.top + box.bottom) / 2) * scale,
  };
}

/** The view zoomed by a factor about a point of the screen, between the whole map and 60 times that. */
export function zoomed(view: View, factor: number, at: readonly [number, number], whole: number): View {
  const scale = Math.min(whole * deepest, Math.max(whole * 0.6, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: at[0] - (at[0] - view.x) * ratio, y: at[1] - (at[1] - view.y) * ratio };
}

/** The view moved by pixels. */
export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** A view between two, for a share of the way; zooms evenly to the eye. */
export function between(from: View, to: View, share: number): View {
  const eased = 1 - (1 - share) ** 3;
  const scale = from.scale * (to.scale / from.scale) ** eased;
  const progress = to.scale === from.scale ? eased : (scale - from.scale) / (to.scale - from.scale);
  return { scale, x: from.x + (to.x - from.x) * progress, y: from.y + (to.y - from.y) * progress };
}
