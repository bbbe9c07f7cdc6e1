import { type ComponentChildren, h, type VNode } from 'preact';

/** As they are written in a page. Undefined: left out. */
export type ElementAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of a page, for files that node runs as they are: it reads no JSX. Texts are escaped where it is written. */
export function el(
  name: string,
  attributes: ElementAttributes | null,
  ...children: readonly ComponentChildren[]
): VNode {
  return h(name, { ...attributes }, ...children) as VNode;
}
