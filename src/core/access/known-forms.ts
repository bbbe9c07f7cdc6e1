import { base64, utf8Bytes, utf8Hex } from '../text/bytes.ts';
import { readings } from './ignorable.ts';

const SHORTEST_VALUE = 6;

/** Each value as it stands, as it looks inside JSON, a URL, base64 or a hex dump, longest first. */
export function knownForms(values: readonly string[]): readonly string[] {
  const long = values.map((value) => value.trim()).filter((value) => value.length >= SHORTEST_VALUE);
  const forms = long.flatMap((value) => [
    value,
    ...jsonForms(value),
    ...urlForms(value),
    ...base64Forms(value),
    ...hexForms(value),
  ]);
  const read = forms.flatMap((form) => readings(form).map(({ text }) => text));
  return [...new Set(read)]
    .filter((form) => form.length >= SHORTEST_VALUE)
    .sort((a, b) => b.length - a.length);
}

/** In JSON, and in JSON that is a text inside JSON. */
function jsonForms(value: string): readonly string[] {
  const once = insideJson(value);
  return [once, insideJson(once)];
}

function insideJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function urlForms(value: string): readonly string[] {
  const encoded = encodeURIComponent(value.toWellFormed());
  return [encoded, encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())];
}

function hexForms(value: string): readonly string[] {
  const hex = utf8Hex(value);
  return [hex, hex.toUpperCase()];
}

/** Base64 of a longer text that holds the value: it looks different at each of three offsets. */
function base64Forms(value: string): readonly string[] {
  const bytes = utf8Bytes(value);
  const forms = [0, 1, 2].map((offset) => {
    const encoded = base64(Uint8Array.of(...Array(offset).fill(0), ...bytes)).replace(/=+$/, '');
    // The first and the last characters also hold bits of the neighbours.
    const start = [0, 2, 3][offset] ?? 0;
    const end = (bytes.length + offset) % 3 === 0 ? encoded.length : encoded.length - 1;
    return encoded.slice(start, end);
  });
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
