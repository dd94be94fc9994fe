/**
 * What of a fault goes into the log. Whitelisted: an error of the database also carries the parameters and the row it
 * failed on, which may be personal or secret.
 */
export function toldOf(fault: unknown): object {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const { name, message, stack, cause } = fault;
  const { code, constraint, table, query } = fault as Error & Partial<Record<string, unknown>>;
  return {
    name,
    message,
    code,
    constraint,
    table,
    query,
    stack,
    ...(cause instanceof Error && { cause: toldOf(cause) }),
  };
}
