process.env.DATABASE_PATH = ":memory:";
process.env.ROTTA_OGGI ??= "2026-10-15";
