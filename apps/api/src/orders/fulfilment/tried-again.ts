/** Of a task `t`: whether there is a later one in its place, since its order was tried again. */
export const TRIED_AGAIN = `EXISTS (
  SELECT FROM fulfilment_task n WHERE n.order_item_id = t.order_item_id AND n.key = t.key AND n.id > t.id
     AND (n.undoes_id IS NULL) = (t.undoes_id IS NULL))`;
