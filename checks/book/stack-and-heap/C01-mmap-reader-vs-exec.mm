claim C01 "Who holds mmap_lock for reading sees the stack that exec moves where it was or where it goes, and nothing in between."
  source fs/exec.c, setup_arg_pages(), which comes after exec_mmap()

init {
  create_init_stack_vma(3);
  write(3, 7);                                   # |...|w|
}
P0 { setup_arg_pages(1); }
P1 { r = mmap_read(3); }
forall vma(1) = [1, 2) /\ read(1) = 7
    /\ (1:r = "rd wr mr mw me gd sr rr ac" \/ 1:r = -1)

expect 7.3 sc                                    holds
