import { describe, expect, it } from 'vitest';
import { normalise } from '../../../scripts/openapi/normalise.ts';
import { OPERATIONS } from '../../../scripts/openapi/operations.ts';
import { subsetOf } from '../../../scripts/openapi/subset.ts';
import { subsetText } from '../../../scripts/openapi/subset-text.ts';
import { subset } from '../../support/openapi/description.ts';

const DESCRIPTION = {
  info: { version: '1.2.3' },
  paths: {
    '/things/{id}': {
      get: {
        summary: 'Reads a thing.',
        parameters: [
          { $ref: '#/components/parameters/id' },
          { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } },
        ],
        responses: {
          200: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/thing' }, examples: {} } },
            headers: { Link: { schema: { type: 'string' } } },
          },
          404: { $ref: '#/components/responses/gone' },
        },
      },
    },
  },
  components: {
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    responses: { gone: { description: 'Gone.' } },
    schemas: {
      thing: {
        type: 'object',
        description: 'A thing.',
        required: ['part'],
        properties: { part: { $ref: '#/components/schemas/part' } },
      },
      part: { type: 'string', nullable: true, example: 'x' },
      unused: { type: 'string' },
    },
  },
};

describe('the subset of a description', () => {
  it('has the operations that were asked for, with all they refer to and nothing else', () => {
    const string = { type: 'string' };
    expect(subsetOf(DESCRIPTION, ['GET /things/{id}'])).toEqual({
      version: '1.2.3',
      operations: {
        'GET /things/{id}': {
          parameters: [
            { name: 'id', in: 'path', required: true, schema: string },
            { name: 'page', in: 'query', required: false, schema: { type: 'integer' } },
          ],
          body: null,
          answers: {
            200: { schema: { $ref: 'github#/$defs/thing' }, headers: ['link'] },
            404: { schema: null, headers: [] },
          },
        },
      },
      schemas: {
        part: { type: ['string', 'null'] },
        thing: {
          type: 'object',
          required: ['part'],
          properties: { part: { $ref: 'github#/$defs/part' } },
          additionalProperties: false,
        },
      },
    });
  });

  it('cannot be made with an operation that is not described', () => {
    expect(() => subsetOf(DESCRIPTION, ['PUT /things/{id}'])).toThrow('no operation PUT /things/{id}');
  });

  it('is written so that one line changes with one operation', () => {
    const text = subsetText(subsetOf(DESCRIPTION, ['GET /things/{id}']));
    expect(JSON.parse(text)).toEqual(subsetOf(DESCRIPTION, ['GET /things/{id}']));
    expect(text.split('\n').filter((line) => line.startsWith('"GET /things/{id}": '))).toHaveLength(1);
  });

  it('in the repository is of the operations that are listed', () => {
    expect(Object.keys(subset.operations)).toEqual(OPERATIONS);
  });
});

describe('a schema', () => {
  const description = {
    components: { schemas: { a: { type: 'object', properties: { x: {} }, required: ['x'] } } },
  };
  const read = (schema: unknown) => normalise(schema, description);

  it('may be null where it says so without a type', () => {
    expect(read({ nullable: true, oneOf: [{ type: 'string' }] })).toEqual({
      anyOf: [{ oneOf: [{ type: 'string' }] }, { type: 'null' }],
    });
  });

  it('may be null where it has a list of values without null', () => {
    expect(read({ type: 'string', nullable: true, enum: ['a'] })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
  });

  it('put together of several is one object', () => {
    const own = { type: 'object', properties: { y: { type: 'string' } } };
    expect(read({ allOf: [{ $ref: '#/components/schemas/a' }, own] })).toEqual({
      type: 'object',
      properties: { x: {}, y: { type: 'string' } },
      required: ['x'],
      additionalProperties: false,
    });
  });

  it('stays open where the description says so', () => {
    const open = { type: 'object', properties: { a: {} }, additionalProperties: true };
    expect(read(open)).toEqual(open);
  });

  it.each([
    ['a keyword that is not understood', { type: 'string', not: {} }, /not understood: not/],
    ['nothing', undefined, /missing/],
    ['something put together of no objects', { allOf: [{ type: 'string' }] }, /something else than objects/],
  ])('is refused when it is %s', (_, schema, why) => {
    expect(() => read(schema)).toThrow(why);
  });
});
