/* Counts the primes below 2,000,000 with the sieve of Eratosthenes; returns 0 when there are 148,933. */
enum { N = 2000000 };
static unsigned char composite[N];

int work(void)
{
    int primes = 0;
    for (int i = 2; i < N; i++) {
        if (composite[i])
            continue;
        primes++;
        for (long j = (long)i * i; j < N; j += i)
            composite[j] = 1;
    }
    return primes == 148933 ? 0 : 1;
}
