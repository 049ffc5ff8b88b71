/** A call order as it is read: one function for every list, file and screen that shows one. */

/** «57»; somebody added between 57 and 58 is «57 bis» (its space unbreakable), and another one beside them «57,25». */
export function callOrderText(order: number): string {
  if (Number.isInteger(order)) return `${order}`;
  const whole = Math.floor(order);
  return order - whole === 0.5 ? `${whole}\u00a0bis` : `${order}`.replace('.', ',');
}
