/** Two ordered sources as one. */
export async function* mergeSorted<Row>(
  one: AsyncIterator<Row>,
  other: AsyncIterator<Row>,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let [head, rival] = [await one.next(), await other.next()];
  while (!head.done || !rival.done) {
    if (!head.done && (rival.done || keyOf(head.value) <= keyOf(rival.value))) {
      yield head.value;
      head = await one.next();
    } else if (!rival.done) {
      yield rival.value;
      rival = await other.next();
    }
  }
}
