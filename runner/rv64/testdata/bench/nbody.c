/* Moves the Sun and four planets for 20,000 steps of 0.01 days; returns 0 when the system's energy has the
   expected bits. Doubles, with fused multiply-adds, divisions and square roots. */
#define SOLAR_MASS (4 * 3.141592653589793 * 3.141592653589793)
#define YEAR 365.24
enum { BODIES = 5, STEPS = 20000 };

static struct body {
    double x[3], v[3], mass;
} bodies[BODIES] = {
    {{0, 0, 0}, {0, 0, 0}, SOLAR_MASS},
    {{4.84143144246472090e+00, -1.16032004402742839e+00, -1.03622044471123109e-01},
     {1.66007664274403694e-03 * YEAR, 7.69901118419740425e-03 * YEAR, -6.90460016972063023e-05 * YEAR},
     9.54791938424326609e-04 * SOLAR_MASS},
    {{8.34336671824457987e+00, 4.12479856412430479e+00, -4.03523417114321381e-01},
     {-2.76742510726411899e-03 * YEAR, 4.99852801234917238e-03 * YEAR, 2.30417297573763929e-05 * YEAR},
     2.85885980666130812e-04 * SOLAR_MASS},
    {{1.28943695621391310e+01, -1.51111514016986312e+01, -2.23307578892655734e-01},
     {2.96460137564761618e-03 * YEAR, 2.37847173959480950e-03 * YEAR, -2.96589568540237556e-05 * YEAR},
     4.36624404335156298e-05 * SOLAR_MASS},
    {{1.53796971148509165e+01, -2.59193146099879641e+01, 1.79258772950371181e-01},
     {2.68067772490389322e-03 * YEAR, 1.62824170038242295e-03 * YEAR, -9.51592254519715870e-05 * YEAR},
     5.15138902046611451e-05 * SOLAR_MASS},
};

static double root(double v)
{
    double r;
    __asm__("fsqrt.d %0, %1" : "=f"(r) : "f"(v));
    return r;
}

static void advance(double dt)
{
    for (int i = 0; i < BODIES; i++) {
        struct body *a = &bodies[i];
        for (int j = i + 1; j < BODIES; j++) {
            struct body *b = &bodies[j];
            double dx = a->x[0] - b->x[0], dy = a->x[1] - b->x[1], dz = a->x[2] - b->x[2];
            double square = dx * dx + dy * dy + dz * dz;
            double magnitude = dt / (square * root(square));
            a->v[0] -= dx * b->mass * magnitude;
            a->v[1] -= dy * b->mass * magnitude;
            a->v[2] -= dz * b->mass * magnitude;
            b->v[0] += dx * a->mass * magnitude;
            b->v[1] += dy * a->mass * magnitude;
            b->v[2] += dz * a->mass * magnitude;
        }
    }
    for (int i = 0; i < BODIES; i++)
        for (int k = 0; k < 3; k++)
            bodies[i].x[k] += dt * bodies[i].v[k];
}

static double energy(void)
{
    double e = 0;
    for (int i = 0; i < BODIES; i++) {
        struct body *a = &bodies[i];
        e += 0.5 * a->mass * (a->v[0] * a->v[0] + a->v[1] * a->v[1] + a->v[2] * a->v[2]);
        for (int j = i + 1; j < BODIES; j++) {
            struct body *b = &bodies[j];
            double dx = a->x[0] - b->x[0], dy = a->x[1] - b->x[1], dz = a->x[2] - b->x[2];
            e -= a->mass * b->mass / root(dx * dx + dy * dy + dz * dz);
        }
    }
    return e;
}

int work(void)
{
    __asm__ volatile("csrs mstatus, %0" ::"r"(1 << 13)); /* FS = Initial */
    for (int n = 0; n < STEPS; n++)
        advance(0.01);
    union { double d; unsigned long bits; } e = {energy()};
    return e.bits == 0xbfc5abcfa3bba512 ? 0 : 1;
}
