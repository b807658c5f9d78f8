/** A whole count or price in groups of three, as both languages write it: `12,733`. */
export const figure = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
