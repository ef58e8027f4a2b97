// Knows nothing of Spile: 2 workers, 5 requests each.
#include <pthread.h>
#include <stdio.h>

static volatile int total;

int srv_answer(int request) {
  int sum = 0;
  for (int i = 0; i <= request; i++)
    sum += i;
  if (sum < 0)
    return -1;
  return sum;
}

int not_asked_for(int request) {
  int answer = srv_answer(request);
  if (answer < 0)
    perror("answer");
  return answer;
}

void *srv_work(void *argument) {
  int sum = 0;
  for (int i = 0; i < 5; i++)
    sum += not_asked_for(i);
  __atomic_fetch_add(&total, sum, __ATOMIC_RELAXED);
  return argument;
}

int main(void) {
  pthread_t workers[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&workers[i], NULL, srv_work, NULL);
  for (int i = 0; i < 2; i++)
    pthread_join(workers[i], NULL);
  printf("total %d\n", total);
  return 0;
}
