/* y = a*x + y over 4,096 doubles, 500 times, and a sum in singles; returns 0 when both sums have the
   expected values. */
enum { N = 4096, ROUNDS = 500 };
static double x[N], y[N];
static float z[N];

int work(void)
{
    __asm__ volatile("csrs mstatus, %0" ::"r"(1 << 13)); /* FS = Initial */
    for (int i = 0; i < N; i++) {
        x[i] = i * 0.1;
        y[i] = i;
    }
    for (int n = 0; n < ROUNDS; n++) {
        double a = 1.0 / (n + 1);
        for (int i = 0; i < N; i++)
            y[i] = a * x[i] + y[i];
    }
    double sum = 0;
    for (int i = 0; i < N; i++) {
        sum += y[i];
        z[i] = (float)y[i];
    }
    float single = 0;
    for (int i = 0; i < N; i++)
        single = single * 0.5f + z[i];
    return sum == 0x1.adca9440c4e33p+23 && single == 0x1.adafb6p+13f ? 0 : 1;
}
