import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content'

/** Everything published of one kind, as the schemas of `src/content` shape it. */
export async function published<C extends CollectionKey>(kind: C): Promise<CollectionEntry<C>['data'][]> {
  return (await getCollection(kind)).map(entry => entry.data)
}
