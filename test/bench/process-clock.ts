/** Time that two processes of one machine can compare: the wall clock at the start, monotonic from there, in ms. */
export const machineNow = (): number => performance.timeOrigin + performance.now();
