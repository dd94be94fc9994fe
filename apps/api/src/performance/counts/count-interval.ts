/** Good and total events that people counted of a series in an interval, as they stand in the ledger. */
export interface CountInterval {
  id: string;
  serviceId: string;
  series: string;
  fromAt: Date;
  toAt: Date;
  good: string;
  total: string;
  recordedById: string;
  recordedAt: Date;
}
