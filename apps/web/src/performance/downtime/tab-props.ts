export type TabProps = {
  /** Only of this service. */
  service: string | undefined;
  services: { value: string; label: string }[];
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
};
