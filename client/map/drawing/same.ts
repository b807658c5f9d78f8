import type { Piece } from './piece.ts';

export function sameBox(a: Piece, b: Piece): boolean {
  return a.box.x === b.box.x && a.box.y === b.box.y && sameSize(a, b);
}

export function sameSize(a: Piece, b: Piece): boolean {
  return a.box.w === b.box.w && a.box.h === b.box.h;
}

export function sameCut({ cut: a }: Piece, { cut: b }: Piece): boolean {
  if (!a || !b) return a === b;
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
