claim C01 "Who holds the VMA read lock of a stack that exec moves sees it where it was or where it goes, and nothing in between."
  source mm/vma_exec.c, relocate_vma_down(), mm/vma.c, vma_expand()

init {
  create_init_stack_vma(3);
  write(3, 7);                                   # |...|w|
}
P0 { setup_arg_pages(1); }
P1 { r = vma_read(3); }
forall vma(1) = [1, 2) /\ read(1) = 7
    /\ (1:r = "rd wr mr mw me gd sr rr ac" \/ 1:r = -1)

expect 7.3 sc                                holds
expect 7.3 without exclude-readers sc        violated wrong_vma
