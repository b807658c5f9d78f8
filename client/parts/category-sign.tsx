import type { Category } from '../../shared/world/machine/category.ts';
import { CATEGORY_SIGNS, SIGN_SIDE } from '../style/category-signs.ts';

/** The sign of a VM's category, as on the map. What it means is said beside it, or where one listens. */
export function CategorySign({ category }: { readonly category: Category }) {
  return <LineSign name={category} path={CATEGORY_SIGNS[category]} />;
}

/** A sign that the map draws in lines. */
export function LineSign({ name, path }: { readonly name: string; readonly path: string }) {
  return (
    <svg viewBox={`0 0 ${SIGN_SIDE} ${SIGN_SIDE}`} class={`line-sign ${name}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
