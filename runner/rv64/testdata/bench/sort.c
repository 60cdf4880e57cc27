/* Fills an array with a fixed pseudo-random sequence and sorts it, eight times; returns 0 when sorted. */
enum { N = 20000 };
static unsigned a[N];

static void quick(int low, int high)
{
    while (low < high) {
        unsigned pivot = a[(low + high) / 2];
        int i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot) i++;
            while (a[j] > pivot) j--;
            if (i <= j) {
                unsigned t = a[i];
                a[i++] = a[j];
                a[j--] = t;
            }
        }
        if (j - low < high - i) {
            quick(low, j);
            low = i;
        } else {
            quick(i, high);
            high = j;
        }
    }
}

int work(void)
{
    unsigned long s = 12345;
    for (int round = 0; round < 8; round++) {
        for (int i = 0; i < N; i++) {
            s = s * 6364136223846793005ul + 1442695040888963407ul;
            a[i] = s >> 33;
        }
        quick(0, N - 1);
        for (int i = 1; i < N; i++)
            if (a[i - 1] > a[i])
                return 1;
    }
    return 0;
}
