export type TabProps = {
  /** Only of this service. */
  service: string | undefined;
  services: { value: string; label: string }[];
  cursor: string | undefined;
  /** The form for a new one is open. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  onPage: (cursor: string | undefined) => void;
};
