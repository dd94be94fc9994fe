/** Rows of the table are added and never changed. */
export const appendOnly = (table: string): string => `
  CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE ON "${table}"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
