/** The environment variable that gives the address of one of the hub's databases. */
export const addressVariable = (name: string): string => `DATABASE_URL_${name.toUpperCase()}`;
