import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CLIENT = resolve(import.meta.dirname, '../../../client');

interface Style {
  readonly path: string;
  readonly text: string;
}

const TOKENS = 'style/tokens.css';

const all = readdirSync(CLIENT, { recursive: true }).map(String);
const read = (path: string): string => readFileSync(join(CLIENT, path), 'utf8');

/** Every style of the client, without its comments. */
export const styles: readonly Style[] = all
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: read(path).replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

/** What the pages are written in. */
export const pages = all
  .filter((path) => path.endsWith('.tsx'))
  .map(read)
  .join('\n');

const isTokens = ({ path }: Style): boolean => path === TOKENS;
export const others = styles.filter((style) => !isTokens(style));
const tokens = styles.find(isTokens)?.text ?? '';

type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];

/** What a token is in a theme: `#rrggbb`. */
export function token(name: string, theme: Theme): string {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  const colour = theme === 'light' ? light : dark;
  if (colour === undefined) throw new Error(`no token of two colours is called ${name}`);
  return colour;
}

function luminance(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const [r = 0, g = 0, b = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG’s contrast of two colours. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
