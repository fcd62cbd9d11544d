import type { SubgraphError, SubgraphResponse } from '../../../schema/protocol/transport';
import { isJsonObject, type JsonObject } from '../bare';
import { isErrorPath, toClientPath } from '../clientPath';
import type { PathKey } from '../errorList';
import type { Execution } from '../execution';
import type { Reason } from '../failures';
import { cloneJson, mergeInto, takeOver } from '../merge';
import { locatePlaces, type ClientPlace } from '../places';
import type { Supergraph } from '../supergraph';
import type { AskedEntity, EntityGroup } from './entityFetch';
import { extensionsOf, isReason, messageOf, toReason, unavailable, type PlannedCall } from './plannedCall';

/** What a group of entities was asked for, and of whom. */
export interface EntityQuestion {
  readonly call: PlannedCall;
  readonly group: EntityGroup;
  readonly entities: readonly AskedEntity[];
  readonly supergraph: Supergraph;
  /** The response keys of all groups of the same call. */
  readonly responseKeys: ReadonlySet<unknown>;
}

/** Writes a group's answers to all places of its entities, and its errors to the client's paths of those. */
export function receiveEntities(
  question: EntityQuestion,
  outcome: SubgraphResponse | Reason,
  execution: Execution,
): void {
  const { call, group, entities } = question;
  if (entities.length === 0) return;
  if (isReason(outcome)) return fail(question, entities, outcome, execution);
  const answers = readAnswers(outcome, group.responseKey, entities.length);
  if (answers) writeAnswers(question, answers);
  const errors = outcome.errors ?? [];
  if (errors.length > 0) new ErrorReport(question, answers, execution).report(errors);
  else if (!answers) fail(question, entities, unavailable(call), execution);
}

function readAnswers({ data }: SubgraphResponse, key: string, count: number): readonly unknown[] | undefined {
  const answers: unknown = isJsonObject(data) ? data[key] : undefined;
  return Array.isArray(answers) && answers.length === count ? answers : undefined;
}

function writeAnswers({ group, entities, supergraph }: EntityQuestion, answers: readonly unknown[]): void {
  answers.forEach((answer, index) => {
    const places = entities[index]?.places;
    if (!isJsonObject(answer) || !places) return;
    group.output?.(answer);
    const last = places.length - 1;
    places.forEach((place, at) => {
      mergeInto(place, answer, supergraph.isObjectType, at === last ? takeOver : cloneJson);
    });
  });
}

function fail(
  { group }: EntityQuestion,
  entities: readonly AskedEntity[],
  reason: Reason,
  { failures }: Execution,
  otherwiseAt?: () => readonly (readonly PathKey[])[],
): void {
  const places = entities.flatMap((entity) => entity.places);
  failures.record({ reason, places, selection: group.selection(), otherwiseAt });
}

/** Translates the errors of one answer. */
class ErrorReport {
  #located: Map<JsonObject, ClientPlace> | undefined;

  constructor(
    private readonly question: EntityQuestion,
    private readonly answers: readonly unknown[] | undefined,
    private readonly execution: Execution,
  ) {}

  report(errors: readonly SubgraphError[]): void {
    const { entities, group, responseKeys } = this.question;
    for (const error of errors) {
      const path = isErrorPath(error.path) ? error.path : [];
      if (path[0] !== group.responseKey && responseKeys.has(path[0])) continue; // another group's to report
      const entity =
        path[0] === group.responseKey && typeof path[1] === 'number' ? entities[path[1]] : undefined;
      if (!entity) this.#failAll(entities, error);
      else if (path.length === 2) this.#failAll([entity], error);
      else this.#reportField(entity, error, path.slice(2), path[1] as number);
    }
    if (!this.answers) this.#explainAll(errors);
  }

  /** An error of the entity itself: told by each missing field, or at the places when none is missing. */
  #failAll(entities: readonly AskedEntity[], error: SubgraphError): void {
    const reason = toReason(this.question.call, error);
    fail(this.question, entities, reason, this.execution, () => this.#concernedPaths(entities));
  }

  #reportField(entity: AskedEntity, error: SubgraphError, rest: readonly PathKey[], index: number): void {
    const { call, group } = this.question;
    const { errors, failures } = this.execution;
    for (const place of entity.places) {
      const client = this.#locate(place);
      const path = client && toClientPath(client.path, client.shape, rest, group.renames);
      if (path) errors.add(call.order, messageOf(error), path, extensionsOf(error));
      else failures.taint(place, toReason(call, error));
    }
    // A field that may not be null took the whole entity with it: its siblings are missing for the same reason.
    if (this.answers && !isJsonObject(this.answers[index])) {
      fail(this.question, [entity], toReason(call, error), this.execution);
    }
  }

  /** Without any answers, what has no error of its own is missing for the first error's reason. */
  #explainAll([first]: readonly SubgraphError[]): void {
    const { call, entities } = this.question;
    if (first) fail(this.question, entities, toReason(call, first), this.execution);
  }

  #concernedPaths(entities: readonly AskedEntity[]): (readonly PathKey[])[] {
    const { group } = this.question;
    const keys = group.selection().keys();
    return entities.flatMap(({ places }) =>
      places.flatMap((place) => {
        const client = this.#locate(place);
        return client && keys.some((key) => client.shape.field(key)) ? [client.path] : [];
      }),
    );
  }

  #locate(place: JsonObject): ClientPlace | undefined {
    const { tree, shape } = this.execution;
    this.#located ??= locatePlaces(tree, shape, this.question.group.paths);
    return this.#located.get(place);
  }
}
