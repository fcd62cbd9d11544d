/** As which an agency's own log notes that a child's records were put together for the child or its guardian. */
export const extract = 'EXTRACT';
