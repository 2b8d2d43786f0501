import { z } from 'zod';

const strict = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/**
 * The same schema, refusing unknown fields at every depth. Schemas that say themselves what becomes of other fields
 * (`looseObject`, `catchall`) are left alone.
 */
export function strictly<S extends z.ZodType>(schema: S): S {
  return tighten(schema) as S;
}

function tighten(schema: z.core.$ZodType): z.core.$ZodType {
  const known = strict.get(schema);
  if (known) return known;
  const made = rebuild(schema as z.core.$ZodTypes);
  strict.set(schema, made);
  return made;
}

function rebuild(schema: z.core.$ZodTypes): z.core.$ZodType {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, tighten(field)]));
      return z.core.clone(schema, { ...def, shape, catchall: def.catchall ?? z.never() } as never);
    }
    case 'array':
      return z.core.clone(schema, { ...def, element: tighten(def.element) } as never);
    case 'record':
      return z.core.clone(schema, { ...def, valueType: tighten(def.valueType) } as never);
    case 'union':
      return z.core.clone(schema, { ...def, options: def.options.map(tighten) } as never);
    case 'pipe':
      return z.core.clone(schema, { ...def, in: tighten(def.in) } as never);
    case 'optional': case 'nullable': case 'default': case 'prefault': case 'nonoptional': case 'readonly': case 'catch':
      return z.core.clone(schema, { ...def, innerType: tighten(def.innerType) } as never);
    default:
      return schema;
  }
}
