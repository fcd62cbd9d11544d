const owner = Symbol('child');

/** Marks a value read about a child, and all objects in it, with whose they are, so that nested fields can be judged. */
export function tagOwner<T>(value: T, child: string): T {
  if (Array.isArray(value)) value.forEach((item) => tagOwner(item, child));
  else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    Object.defineProperty(value, owner, { value: child, enumerable: false, configurable: true });
    Object.values(value).forEach((item) => tagOwner(item, child));
  }
  return value;
}

/** The child an object was read about; undefined for values about no child. */
export function ownerOf(value: unknown): string | undefined {
  return (value as { [owner]?: string } | null | undefined)?.[owner];
}
