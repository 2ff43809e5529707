/** Runs of a property: few enough for every change; `PROPERTY_RUNS=10000` for a release. */
export const runs = (usual: number): number => Number(process.env.PROPERTY_RUNS ?? usual);
