/** The mark, a boat under woven sails: SVG paths on a square of 48. `weave` is a stroke of 1.7 in the colour of the ground. */
export const mark = {
  sail: 'M23 3v26H5.5zM26.5 9v20H41z',
  weave: 'M17.5 9v20M11.5 17v12M32 15v14M14 15.5h12M8 22.5h32',
  hull: 'M2.5 32c8 2 35 2 43 0-1.5 7.5-6.5 12.5-13 12.5h-17c-6.5 0-11.5-5-13-12.5z',
  gem: 'm24 35.7 3.4 2.7-3.4 2.7-3.4-2.7zM14.5 35.7l3.4 2.7-3.4 2.7-3.4-2.7zM33.5 35.7l3.4 2.7-3.4 2.7-3.4-2.7z',
} as const

/** Tiles of the thin bands after Indonesian plaiting and weaving: strokes of 1.8 on a ground `width` wide and 12 high. */
export const bands = {
  anyaman: { width: 24, main: 'M1 2h10M1 6h10M1 10h10', accent: 'M14 1v10M18 1v10M22 1v10' },
  tenun: { width: 24, main: 'M6 1l5 5-5 5-5-5z', accent: 'M18 3l3 3-3 3-3-3zM18 6h.01' },
  ombak: {
    width: 24,
    main: 'M0 9c4 0 4-6 8-6 3 0 4 3 1.5 4M12 9c4 0 4-6 8-6 3 0 4 3 1.5 4',
    accent: 'M0 11.5h24',
  },
  perahu: { width: 36, main: 'M4 7h14l-3 3.5H7zM11 1v4', accent: 'M21 9c2 0 2-2 4-2s2 2 4 2 2-2 4-2' },
} as const
